import { makeReport, projectAt } from '@nx-conductor/run';
import { createMemoryMachine, type MemoryDisk } from '@nx-conductor/testkit';
import { edit, EDITION, run, workspace } from './bench';

const FILE = '/ws/.conductor/metrics/report.html';
const LIBRARY = { '/node_modules/uplot/dist/uPlot.iife.min.js': 'var uPlot = function () {};', '/node_modules/uplot/dist/uPlot.min.css': '.uplot{}' };
const spec = (names: Record<string, number>) => JSON.stringify({ letters: Object.fromEntries(Object.entries(names).map(([name, n]) => [name, { n }])) });

function report(disk: MemoryDisk, last?: number): string {
  const made = makeReport(createMemoryMachine(disk), EDITION, projectAt(disk, '/ws/app'), { project: undefined, last, file: FILE });
  expect(made).toMatchObject({ ok: true });
  return disk.files()[FILE] as string;
}

/** The text of a page as one reads it without script and style. */
const textOf = (page: string) =>
  page
    .replace(/<(script|style)>.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ');

describe('the report', () => {
  it('tells without script what the last run did and why, phases, hit rates, the slowest and the biggest', async () => {
    const disk = workspace(LIBRARY);
    await run(disk);
    edit(disk, '/ws/app/spec.json', spec({ Alpha: 5, Gamma: 3 }));
    await run(disk);
    const text = textOf(report(disk));
    for (const title of ['Last run', 'What was done, and why', 'Phases over runs', 'Hit rates and savings', 'Slowest patterns and jobs', 'Biggest artifacts', 'Conflicts and findings']) expect(text).toContain(title);
    expect(text).toContain('generate of app, 2001-09-09 ');
    expect(text).toContain('out/letters/alpha.txt updated spec spec#/letters/Alpha/n: 1 → 5');
    expect(text).toContain('out/letters/beta.txt removed no pattern makes it any more');
    expect(text).toContain('out/letters/gamma.txt created');
    expect(text).toContain('jobs that ran 3 of 3');
    expect(text).toMatch(/letters\/letter\.ejs 4 [\d.]+ ms/);
    expect(text).toMatch(/app: out\/letters\/gamma\.txt 2\d B letters\/letter\.ejs ← spec#\/letters\/Gamma/);
    expect(text).toContain('No conflicts. No findings.');
    expect(textOf(report(disk, 1))).toContain('1 recorded runs');
  });

  it('tells of conflicts, and of nothing written by a run that failed', async () => {
    const disk = workspace(LIBRARY);
    await run(disk);
    edit(disk, '/ws/app/out/letters/alpha.txt', 'mine');
    edit(disk, '/ws/app/spec.json', spec({ Alpha: 9, Delta: 1 }));
    await run(disk);
    const text = textOf(report(disk));
    expect(text).toContain('outcome failed');
    expect(text).toContain('files written 0');
    expect(text).toContain('conflict app/out/letters/alpha.txt the artifact was edited by hand');
    expect(text).toContain('app: out/letters/alpha.txt keep it, overwrite it or merge');
    expect(text).not.toContain('out/letters/delta.txt created');
    expect(text).toContain('Jobs that ran; nothing was written, because the run failed');
    expect(text).not.toContain('gave what was there already');
  });

  it('lets nothing in a spec become markup or script, and asks nobody for anything', async () => {
    const disk = workspace({ ...LIBRARY, '/ws/app/spec.json': spec({ '<img src=x onerror=alert(1)></script>': 1, '"&': 2 }) });
    await run(disk);
    const page = report(disk);
    expect(page).not.toContain('<img');
    expect(page.match(/<\/script>/g)).toHaveLength(2);
    expect(textOf(page)).toContain('<img src=x onerror=alert(1)>');
    expect(page).toContain("content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:\"");
    expect(page.match(/(?:src|href)="(?!#|data:)[^"]*"/g)).toBeNull();
  });

  it('says what to do where nothing is recorded, and what is missing where it cannot be made', () => {
    expect(textOf(report(workspace(LIBRARY)))).toContain('No run is recorded yet: conductor generate leaves a record of each.');
    const disk = workspace();
    expect(makeReport(createMemoryMachine(disk), EDITION, projectAt(disk, '/ws/app'), { project: undefined, last: undefined, file: FILE })).toMatchObject({ ok: false, failures: [{ code: 'missing-file', wanted: expect.stringContaining('uplot') }] });
    expect(disk.files()[FILE]).toBeUndefined();
  });
});
