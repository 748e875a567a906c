import { dirname } from 'node:path';
import fc from 'fast-check';
import { createMemoryMachine, type MemoryDisk } from '@nx-conductor/testkit';
import { lookAhead, lookOver, projectAt, recollect, validateProject, watchRuns, type Ahead, type ValidateOptions, type ValidateRun } from '@nx-conductor/run';
import { edit, EDITION } from './bench';
import { ASKED, counting, generateRuled, RULES, validate, words, type Asked } from './rules-bench';

/** A run of a watch, with what it asked. */
type Told = ValidateRun & { readonly asked: Asked };

/** A watch of `validate` on a disk in memory. Time passes when it is told to. */
function startWatch(disk: MemoryDisk, options: Partial<ValidateOptions> = {}) {
  const machine = createMemoryMachine(disk);
  const project = projectAt(disk, '/ws/app');
  const listeners = new Map<string, (path: string) => void>();
  const told: Told[] = [];
  const recollection = recollect();
  let pauses: (() => void)[] = [];
  /** Who judges while more is waited for. */
  const begun = counting();
  let ahead: Ahead | undefined;
  let isDeaf = false;
  let runs = 0;
  let readied = 0;
  const rehearsed: string[] = [];
  let latest: Told | undefined;
  let stop = (): void => undefined;
  const until = new Promise<void>((resolve) => (stop = resolve));
  disk.before(({ mutates, path }) => {
    if (mutates && !isDeaf) listeners.get(dirname(path))?.(path);
  });
  const asked = { ...ASKED, ...options };
  const ended = watchRuns<Told>({ ...machine, pause: () => new Promise<void>((resolve) => pauses.push(resolve)) }, project, {
    until,
    async run(heard) {
      runs += 1;
      disk.tick(60_000);
      const { jury, asked: questions } = counting();
      const found = ahead;
      ahead = undefined;
      latest = { ...(await validateProject(machine, EDITION, project, { ...asked, recollection, heard, jury, ahead: found })), asked: questions };
      return latest;
    },
    ahead: (heard) => void (ahead = lookAhead(machine, EDITION, project, recollection, begun.jury, heard, ahead)),
    later() {
      disk.tick(60_000);
      const idle = counting();
      const found = lookOver(machine, EDITION, project, asked, recollection, idle.jury);
      readied += idle.asked.readied;
      rehearsed.push(...idle.asked.judged);
      return found;
    },
    didSomething: ({ files, changed }) => files.judged > 0 || (changed?.size ?? 0) > 0,
    ran: (result) => void told.push(result),
    watchFolder: (folder, heard) => (listeners.set(folder, heard), { close: () => void listeners.delete(folder) }),
    deaf: () => undefined,
  });
  const turn = async () => {
    for (let each = 0; each < 20; each += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    told,
    runs: () => runs,
    readied: () => readied,
    /** First lines of what was judged for practice. */
    rehearsed: () => rehearsed,
    /** First lines of what was judged before its run. */
    ahead: () => begun.asked.judged,
    /** What the last run came to, told or not. */
    latest: () => latest as Told,
    turn,
    /** Until the verdict is told, and not until it looks over everything. */
    async soon() {
      await turn();
      for (const before = runs; runs === before && pauses.length > 0; ) {
        const due = pauses;
        pauses = [];
        due.forEach((wake) => wake());
        await turn();
      }
    },
    /** Until nothing happens any more. */
    async settle() {
      await turn();
      while (pauses.length > 0) {
        const due = pauses;
        pauses = [];
        due.forEach((wake) => wake());
        await turn();
      }
    },
    /** Changes are not heard of while an action goes on. */
    unheard(action: () => void) {
      isDeaf = true;
      action();
      isDeaf = false;
    },
    async stop() {
      stop();
      await this.settle();
      await ended;
    },
  };
}

const reads = (disk: MemoryDisk) => disk.calls.filter(({ method, path }) => method === 'read' && path.startsWith('/ws/app/out')).map(({ path }) => path);
const looks = (disk: MemoryDisk) => new Set(disk.calls.filter(({ method, path }) => method === 'stat' && path.startsWith('/ws/app/out/')).map(({ path }) => path));
const cacheCalls = (disk: MemoryDisk) => disk.calls.filter(({ path }) => path.includes('/cache/verdicts') || path.includes('/cache/index/app.validate'));

describe('a watch of validate', () => {
  it('looks at the file that it heard of and at no other, judges it alone while more is waited for, and saves its verdict when nobody waits', async () => {
    const disk = words({}, { a: 'say(1);', b: 'shout(2);', c: 'say(3);' });
    await generateRuled(disk);
    const watch = startWatch(disk);
    await watch.settle();
    expect(watch.told).toMatchObject([{ files: { total: 3, judged: 3, rejected: 1 } }]);
    expect(watch.told[0]?.changed).toBeUndefined();
    const before = watch.runs();
    disk.forget();
    edit(disk, '/ws/app/out/a.ts', 'shout(1);\n');
    disk.forget();
    await watch.soon();
    expect(watch.runs()).toBe(before + 1);
    expect(watch.told.at(-1)).toMatchObject({ files: { total: 3, judged: 1, kept: 2, rejected: 2 }, asked: { judged: [], proved: 0 }, changed: new Set(['app/out/a.ts']) });
    expect(watch.ahead()).toEqual(['shout(1);']);
    expect([reads(disk), [...looks(disk)], cacheCalls(disk)]).toEqual([['/ws/app/out/a.ts'], ['/ws/app/out/a.ts'], []]);
    await watch.settle();
    expect([watch.runs(), looks(disk).size, cacheCalls(disk).filter(({ mutates }) => mutates).length > 0]).toEqual([before + 1, 3, true]);
    // The next process has nothing to judge.
    expect(await validate(disk)).toMatchObject({ files: { judged: 0, rejected: 2 } });
    await watch.stop();
  });

  it('tells a file that is back as it was, and asks nobody', async () => {
    const disk = words({}, { a: 'say(1);', b: 'say(2);' });
    await generateRuled(disk);
    const watch = startWatch(disk);
    await watch.settle();
    edit(disk, '/ws/app/out/a.ts', 'shout(1);\n');
    await watch.settle();
    edit(disk, '/ws/app/out/a.ts', 'say(1);\n');
    await watch.settle();
    expect(watch.told.map(({ files, asked, failures }) => [files.judged, files.rejected, asked.judged.length, failures.length])).toEqual([
      [2, 0, 2, 0],
      [1, 1, 0, 1],
      [0, 0, 0, 0],
    ]);
    expect(watch.ahead()).toEqual(['shout(1);']);
    await watch.stop();
  });

  it('judges anew what was changed after it was begun to be judged', async () => {
    const disk = words({}, { a: 'say(1);', b: 'say(2);' });
    await generateRuled(disk);
    const watch = startWatch(disk);
    await watch.settle();
    edit(disk, '/ws/app/out/a.ts', 'shout(1);\n');
    await watch.turn();
    expect(watch.ahead()).toEqual(['shout(1);']);
    edit(disk, '/ws/app/out/a.ts', 'shout(2);\n');
    await watch.soon();
    expect(watch.latest()).toMatchObject({ files: { judged: 1, rejected: 1 }, asked: { judged: [] }, findings: [{ message: 'shouts 2' }] });
    expect(watch.ahead()).toEqual(['shout(1);', 'shout(2);']);
    edit(disk, '/ws/app/out/a.ts', 'shout(3);\n');
    await watch.turn();
    watch.unheard(() => edit(disk, '/ws/app/out/a.ts', 'shout(4);\n'));
    await watch.settle();
    expect(watch.latest()).toMatchObject({ files: { judged: 1, rejected: 1 }, asked: { judged: ['shout(4);'] }, findings: [{ message: 'shouts 4' }] });
    await watch.stop();
  });

  it('begins to judge nothing while its ground is not known, and nothing of a burst that goes through many files', async () => {
    const disk = words({}, Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`f${index}`, 'say(1);'])));
    await generateRuled(disk);
    const watch = startWatch(disk);
    await watch.settle();
    for (let index = 0; index < 9; index += 1) edit(disk, `/ws/app/out/f${index}.ts`, 'shout(1);\n');
    await watch.settle();
    edit(disk, '/ws/app/out/f0.ts', 'hang();\n');
    await watch.settle();
    expect(watch.ahead()).toEqual(['hang();']);
    // A verdict that cannot be kept: from now on each run looks at everything.
    edit(disk, '/ws/app/out/f1.ts', 'say(2);\n');
    await watch.settle();
    expect([watch.ahead(), watch.latest().asked.judged]).toEqual([['hang();'], ['hang();', 'say(2);']]);
    await watch.stop();
  });

  it('finds what it did not hear of when it looks over everything', async () => {
    const disk = words({}, { a: 'say(1);', b: 'say(2);' });
    await generateRuled(disk);
    const watch = startWatch(disk);
    await watch.settle();
    watch.unheard(() => edit(disk, '/ws/app/out/b.ts', 'shout(2);\n'));
    edit(disk, '/ws/app/out/a.ts', 'say(3);\n');
    await watch.settle();
    expect(watch.told.slice(1)).toMatchObject([
      { files: { judged: 1, rejected: 0 }, asked: { judged: [] } },
      { files: { judged: 1, rejected: 1 }, asked: { judged: ['shout(2);'] }, changed: new Set(['app/out/b.ts']) },
    ]);
    await watch.stop();
  });

  it('reads rules anew when they change, tells what is broken once, and goes on when it is mended', async () => {
    const disk = words({}, { a: 'say(1);', b: 'shout(2);' });
    await generateRuled(disk);
    const watch = startWatch(disk);
    await watch.settle();
    edit(disk, '/ws/.conductor/rules/own.yml', RULES.replace('severity: error', 'severity: warning'));
    await watch.settle();
    expect(watch.told.at(-1)).toMatchObject({ failures: [], files: { rejected: 0 } });
    const config = disk.files()['/ws/app/conductor.json'] as string;
    disk.remove('/ws/app/conductor.json');
    await watch.settle();
    const runs = watch.runs();
    expect(watch.told.at(-1)).toMatchObject({ failures: [{ code: 'missing-file' }] });
    await watch.settle();
    expect(watch.runs()).toBe(runs);
    edit(disk, '/ws/app/conductor.json', config);
    await watch.settle();
    expect(watch.told.at(-1)).toMatchObject({ failures: [], files: { total: 2 } });
    await watch.stop();
  });

  it('makes ready who judges and reads the rules while nobody waits, before anything is to be judged', async () => {
    const disk = words({}, { a: 'say(1);' });
    await generateRuled(disk);
    await validate(disk);
    const watch = startWatch(disk);
    await watch.settle();
    expect([watch.latest().asked.called, watch.readied(), watch.rehearsed()]).toEqual([0, 1, ['say(1);']]);
    disk.forget();
    edit(disk, '/ws/app/out/a.ts', 'shout(1);\n');
    await watch.soon();
    expect(watch.latest()).toMatchObject({ files: { judged: 1, rejected: 1 } });
    expect(disk.calls.filter(({ method, path }) => method === 'read' && path.endsWith('.yml'))).toEqual([]);
    await watch.settle();
    // Once, while the rules are the same.
    expect(watch.rehearsed()).toHaveLength(1);
    await watch.stop();
  });

  it('writes nothing with --check', async () => {
    const disk = words({}, { a: 'say(1);' });
    await generateRuled(disk);
    disk.forget();
    const watch = startWatch(disk, { check: true });
    await watch.settle();
    disk.forget();
    edit(disk, '/ws/app/out/a.ts', 'shout(1);\n');
    await watch.settle();
    expect(disk.calls.filter(({ mutates, path }) => mutates && path.includes('/.conductor/'))).toEqual([]);
    await watch.stop();
  });
});

/** What people do to a project while it is watched. */
type Change = { readonly file: 'a' | 'b' | 'c' | 'd'; readonly text: string | undefined } | { readonly severity: string } | { readonly off: boolean };

const change: fc.Arbitrary<Change & { readonly heard: boolean }> = fc
  .oneof(
    { weight: 5, arbitrary: fc.record({ file: fc.constantFrom('a' as const, 'b' as const, 'c' as const, 'd' as const), text: fc.constantFrom('say(1);', 'shout(1);', 'const secret = 1;', '// words', 'hang();', undefined) }) },
    { weight: 1, arbitrary: fc.record({ severity: fc.constantFrom('error', 'warning', 'info') }) },
    { weight: 1, arbitrary: fc.record({ off: fc.boolean() }) },
  )
  .chain((each) => fc.boolean().map((heard) => ({ ...each, heard })));

function make(disk: MemoryDisk, each: Change): void {
  if ('file' in each) {
    if (each.text === undefined) disk.remove(`/ws/app/out/${each.file}.ts`);
    else edit(disk, `/ws/app/out/${each.file}.ts`, `${each.text}\n`);
  } else if ('severity' in each) edit(disk, '/ws/.conductor/rules/own.yml', RULES.replace('severity: error', `severity: ${each.severity}`));
  else edit(disk, '/ws/app/conductor.json', JSON.stringify({ ...(JSON.parse(disk.files()['/ws/app/conductor.json'] as string) as object), rules: each.off ? { set: { 'no-shout': 'off' } } : {} }));
}

const sense = ({ files: { total, approved, rejected, uncertain }, findings, suppressed, outcomes, failures, warnings }: ValidateRun) => ({ total, approved, rejected, uncertain, findings, suppressed, outcomes, failures, warnings });

describe('whatever changes while validate watches', () => {
  it('it comes to what a run from nothing comes to, and so does the process after it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }), async (bursts) => {
        const disk = words({}, { a: 'say(1);', b: 'shout(2);', c: 'say(3);' });
        await generateRuled(disk);
        const watch = startWatch(disk);
        await watch.settle();
        for (const burst of bursts) {
          for (const each of burst) {
            if (each.heard) make(disk, each);
            else watch.unheard(() => make(disk, each));
          }
          // Something that is heard of and changes nothing: saved as it was.
          edit(disk, '/ws/app/conductor.json', disk.files()['/ws/app/conductor.json'] as string);
          await watch.settle();
          const fromNothing = await validate(disk, { cache: false, record: false, check: true });
          expect(sense(watch.latest())).toEqual(sense(fromNothing));
        }
        await watch.stop();
        expect(sense(await validate(disk, { check: true }))).toEqual(sense(await validate(disk, { cache: false, check: true })));
      }),
      {
        numRuns: process.env['CONDUCTOR_TORTURE'] ? 500 : 25,
        // The run that hears of the first keeps nothing, and did not look at the second.
        examples: [[[[{ file: 'a', text: 'hang();', heard: true }, { file: 'b', text: undefined, heard: false }]]]],
      },
    );
  });
});
