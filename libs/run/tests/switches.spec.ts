import fc from 'fast-check';
import type { AskedOptimizations } from '@nx-conductor/run';
import { below, edit, run, workspace } from './bench';

const CONFIG = '/ws/app/conductor.json';
const MANIFEST = '/ws/.conductor/manifests/app.json';
const SPEC = '/ws/app/spec.json';
const TEMPLATE = '/ws/.conductor/patterns/letters/letter.ejs';

type Disk = ReturnType<typeof workspace>;

const change = (disk: Disk, path: string, from: RegExp, to: string) => edit(disk, path, (disk.files()[path] as string).replace(from, to));

/** Edits that a run must follow; each changes something else that runs remember. */
const EDITS: readonly ((disk: Disk) => void)[] = [
  () => undefined,
  (disk) => change(disk, SPEC, /"n":1/, '"n":11'),
  (disk) => change(disk, SPEC, /"Beta/, '"Beta2'),
  (disk) => change(disk, TEMPLATE, /<x>/, '<x> <x>'),
  (disk) => disk.remove('/ws/app/out/index.txt'),
];

const switches: fc.Arbitrary<AskedOptimizations> = fc.record({ cache: fc.boolean(), incremental: fc.boolean(), templateCache: fc.boolean(), parallel: fc.constantFrom(false, true, 1, 7) }, { requiredKeys: [] });

/** All that a run leaves for people; the manifest without the digest of the configuration, which names the switches. */
function left(disk: Disk): object {
  const manifest = JSON.parse(disk.files()[MANIFEST] as string) as { inputs: { kind: string }[] };
  return { ...below(disk, '/ws/app/out'), inputs: manifest.inputs.filter(({ kind }) => kind !== 'config'), artifacts: (manifest as unknown as { artifacts: object }).artifacts };
}

describe('switches', () => {
  it('leave the same bytes, however they stand from run to run, by option or in conductor.json', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ edit: fc.nat(EDITS.length - 1), asked: switches, configured: fc.option(switches, { nil: undefined }) }), { minLength: 1, maxLength: 5 }), async (steps) => {
        const [switched, plain] = [workspace(), workspace()];
        for (const { edit, asked, configured } of steps) {
          for (const disk of [switched, plain]) EDITS[edit]?.(disk);
          const config = JSON.parse(switched.files()[CONFIG] as string) as object;
          switched.write(CONFIG, JSON.stringify({ ...config, optimizations: configured }));
          const [one, other] = [await run(switched, asked), await run(plain)];
          expect({ failures: one.failures, total: one.artifacts.total }).toEqual({ failures: other.failures, total: other.artifacts.total });
          expect(left(switched)).toEqual(left(plain));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('do what they say, each alone', async () => {
    const disk = workspace();
    await run(disk);
    const keep = { jobs: { total: 3, ran: 0, kept: 3 }, templates: { hits: 3, misses: 0 } };
    const all = { jobs: { total: 3, ran: 3, kept: 0 } };
    expect(await run(disk)).toMatchObject(keep);
    expect(await run(disk, { cache: false, explain: true })).toMatchObject({ ...all, templates: { hits: 0, misses: 3 }, why: [{ reason: 'cache is switched off' }, {}, {}] });
    expect(await run(disk, { incremental: false, explain: true })).toMatchObject({ ...all, templates: { hits: 3 }, why: [{ reason: 'incremental is switched off' }, {}, {}] });
    expect(await run(disk, { templateCache: false })).toMatchObject({ ...keep, templates: { hits: 0, misses: 3 } });
    expect(await run(disk, { parallel: false })).toMatchObject(keep);
  });

  it('with the cache off nothing is read from it or left in it', async () => {
    const disk = workspace();
    await run(disk);
    disk.forget();
    await run(disk, { cache: false });
    expect(disk.calls.filter(({ path, method }) => method !== 'stat' && path.startsWith('/ws/.conductor/cache/') && !path.includes('/locks/'))).toEqual([]);
    disk.forget();
    await run(disk, { templateCache: false, force: true });
    expect(disk.calls.filter(({ path }) => path.includes('/cache/template'))).toEqual([]);
  });

  it('stand as conductor.json says, unless an option says otherwise', async () => {
    const disk = workspace();
    const config = JSON.parse(disk.files()[CONFIG] as string) as object;
    disk.write(CONFIG, JSON.stringify({ ...config, optimizations: { incremental: false, templateCache: false } }));
    await run(disk);
    expect(await run(disk)).toMatchObject({ jobs: { ran: 3 }, templates: { misses: 3 } });
    expect(await run(disk, { incremental: true, templateCache: true })).toMatchObject({ jobs: { ran: 0 } });
    disk.write(CONFIG, JSON.stringify({ ...config, optimizations: { incremental: 'no' } }));
    expect(await run(disk)).toMatchObject({ failures: [{ code: 'invalid-value', place: { line: 1 } }] });
    disk.write(CONFIG, JSON.stringify({ ...config, optimizations: { templatecache: false } }));
    expect(await run(disk)).toMatchObject({ failures: [{ code: 'unknown-key', key: 'templatecache' }] });
  });
});
