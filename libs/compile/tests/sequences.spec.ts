import * as fc from 'fast-check';
import { compile, type CompileResult } from '@nx-conductor/compile';
import { createStoppingDisk, Stopped, type MemoryDisk } from '@nx-conductor/testkit';
import { edit, project, requestFor, run, tree, type Changes } from './bench';

const TORTURE = process.env['CONDUCTOR_TORTURE'] !== undefined;

const NAMES = ['a.ts', 'b.ts', 'x/c.ts', 'x/y/d.tsx', 'e.mts', 'f.cts', 'g.json', 'x/h.js'] as const;

/** Texts that do well, that fail in each way, and that differ in no byte count. */
const TEXTS = [
  'export const v: number = 1;\n',
  'export const v: number = 2;\n',
  'export interface V { readonly v: string }\n',
  "import type { V } from './a.js';\nexport function f(v: V): V {\n  return v;\n}\n",
  'export const v = ;\n',
  'export function f() {\n  return Math.random();\n}\n',
  'export enum E { A, B = 4 }\n',
  'export class C { readonly #p = 1; p(): number { return this.#p; } }\n',
] as const;

const OPTIONS: readonly Changes[] = [{}, { options: { sourceMap: true } }, { options: { declaration: false } }, { options: { declarationDir: '/p/dist/types', declarationMap: true } }, { options: { module: 'commonjs' } }, { options: { newLine: 'crlf' } }];

type Step =
  | { readonly do: 'write'; readonly name: string; readonly text: number; readonly at: 'now' | 'later' }
  | { readonly do: 'remove' | 'touch'; readonly name: string }
  | { readonly do: 'spoil'; readonly output: number; readonly how: 'remove' | 'edit' | 'link' }
  | { readonly do: 'options'; readonly options: number }
  | { readonly do: 'plan' | 'damage' | 'lose' | 'force' }
  | { readonly do: 'kill'; readonly at: number; readonly torn: boolean };

const name = fc.constantFrom(...NAMES);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('write' as const), name, text: fc.nat(TEXTS.length - 1), at: fc.constantFrom('now' as const, 'later' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('remove' as const, 'touch' as const), name }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('spoil' as const), output: fc.nat(20), how: fc.constantFrom('remove' as const, 'edit' as const, 'link' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('options' as const), options: fc.nat(OPTIONS.length - 1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('plan' as const, 'damage' as const, 'lose' as const, 'force' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('kill' as const), at: fc.nat(12), torn: fc.boolean() }) },
);

/** The same sources compiled from nothing, once for each state. */
const fromNothing = new Map<string, Promise<{ tree: Record<string, string>; result: CompileResult }>>();

function clean(disk: MemoryDisk, options: number) {
  const sources = Object.fromEntries(Object.entries(disk.files()).filter(([path]) => path.startsWith('/p/src/')));
  const key = JSON.stringify([options, sources]);
  const known = fromNothing.get(key);
  if (known) return known;
  const fresh = project(sources);
  const made = run(fresh, OPTIONS[options]).then((result) => ({ tree: built(fresh), result }));
  fromNothing.set(key, made);
  return made;
}

const built = (disk: MemoryDisk) => Object.fromEntries(Object.entries(tree(disk)).filter(([path]) => path.startsWith('/p/dist/')));

async function apply(disk: MemoryDisk, made: Step, options: number): Promise<void> {
  const outputPaths = Object.keys(disk.files()).filter((path) => path.startsWith('/p/dist/') && !path.endsWith('conductor-compile'));
  switch (made.do) {
    case 'write':
      if (made.at === 'later') disk.tick(60_000);
      disk.makeDirectory(`/p/src/${made.name}`.replace(/\/[^/]*$/, ''));
      disk.write(`/p/src/${made.name}`, made.name.endsWith('.json') ? JSON.stringify({ n: made.text }) : TEXTS[made.text] as string);
      return undefined;
    case 'remove':
      return edit(disk, made.name, undefined);
    case 'touch':
      return disk.stat(`/p/src/${made.name}`) ? disk.touch(`/p/src/${made.name}`) : undefined;
    case 'spoil': {
      const path = outputPaths[made.output % Math.max(1, outputPaths.length)];
      if (path === undefined) return undefined;
      disk.tick(60_000);
      if (made.how !== 'edit') disk.remove(path);
      if (made.how === 'edit') disk.write(path, 'mine');
      if (made.how === 'link') disk.symlink('/p/package.json', path);
      return undefined;
    }
    case 'damage':
      return disk.stat('/p/dist/.conductor-compile') ? edit(disk, '/p/dist/.conductor-compile', 'conductor-emit 1') : undefined;
    case 'lose':
      // Without a manifest nobody knows what was ours: the outputs go with it.
      for (const path of Object.keys(tree(disk)).filter((each) => each.startsWith('/p/dist/')).sort().reverse()) {
        if (path.endsWith('/')) disk.removeDirectory(path.slice(0, -1));
        else disk.remove(path);
      }
      return undefined;
    case 'plan':
    case 'force':
      return void (await run(disk, { ...OPTIONS[options], ...(made.do === 'plan' ? { mode: 'plan' } : { force: true }) }));
    case 'kill': {
      const stopping = createStoppingDisk(disk, { at: made.at, torn: made.torn });
      try {
        await compile(requestFor(disk, OPTIONS[options]), { disk: stopping.disk, clock: { now: () => disk.now(), elapsed: () => disk.now() } });
      } catch (error) {
        if (!(error instanceof Stopped)) throw error;
      }
      return undefined;
    }
    case 'options':
      return undefined;
  }
}

it('after any sequence of edits, spoilt outputs, kills and options, a compile leaves what one from nothing leaves', async () => {
  let mutations = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }), async (rounds) => {
      const disk = project({ 'a.ts': TEXTS[2], 'b.ts': TEXTS[3] });
      let options = 0;
      await run(disk);
      for (const round of rounds) {
        // Without a manifest, stale outputs are nobody's: only what is edited then can be told.
        if (round.some((each) => each.do === 'damage')) round.splice(0, round.length, { do: 'damage' });
        for (const each of round) {
          mutations += 1;
          if (each.do === 'options') options = each.options;
          await apply(disk, each, options);
        }
        const result = await run(disk, OPTIONS[options]);
        const expected = await clean(disk, options);
        expect(built(disk)).toEqual(expected.tree);
        expect(result.findings).toEqual(expected.result.findings);
        expect(result.sources.total).toBe(expected.result.sources.total);
        const idle = await run(disk, OPTIONS[options]);
        expect(idle.changes).toEqual([]);
        expect(idle.sources.compiled).toBe(0);
        expect(idle.findings).toEqual(expected.result.findings);
      }
      expect(disk.files()['/p/package.json']).toBe('{}');
    }),
    { numRuns: TORTURE ? 400 : 25, seed: TORTURE ? undefined : 4 } as fc.Parameters<unknown>,
  );
  expect(mutations).toBeGreaterThan(TORTURE ? 2000 : 100);
});
