import fc from 'fast-check';
import { createResident, type Finding } from '@nx-conductor/compile';
import { AWAY, PROGRAM, START, textOf, type Choice } from './program';
import { createRig, OPTIONS, type Rig } from './rig';

/** Sequences of mutations; `npm run test:torture` asks for more. */
const torture = process.env['CONDUCTOR_TORTURE'] !== undefined;
const SEQUENCES = torture ? 70 : 2;
const LENGTH = torture ? 8 : 5;

type Step =
  | { readonly kind: 'slot'; readonly file: string; readonly slot: number; readonly text: number }
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'syntax' | 'same' | 'touch'; readonly file: string }
  | { readonly kind: 'option' | 'lose' | 'damage' | 'pack' };

const slots = Object.entries(PROGRAM).flatMap(([file, texts]) => texts.flatMap((each, slot) => each.map((_, text) => ({ kind: 'slot' as const, file, slot, text }))));
const file = fc.constantFrom(...Object.keys(PROGRAM));
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(...slots) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('file' as const), file }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('file' as const), file: fc.constantFrom(...AWAY) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('syntax' as const, 'same', 'touch'), file }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('option' as const, 'lose', 'damage', 'pack') }) },
);

const PACK = { 'node_modules/pack/package.json': '{ "name": "pack", "version": "1.0.0", "types": "index.d.ts" }', 'node_modules/pack/index.d.ts': 'export declare const shared: string;\n', 'node_modules/pack/globals.d.ts': 'declare var PACK_GLOBAL: number;\n' };

/** The files of one state of the program, and what was done to single ones. */
interface Tree {
  readonly choice: Choice;
  readonly away: Set<string>;
  readonly broken: Set<string>;
  strict: boolean;
  declaration: boolean;
  pack: number;
}

function apply(rig: Rig, tree: Tree, step: Step): void {
  const write = (name: string): void => rig.write(name, textOf(name, tree.choice[name] as number[]) + (tree.broken.has(name) ? 'export const = ;\n' : ''));
  switch (step.kind) {
    case 'slot':
      (tree.choice[step.file] as number[])[step.slot] = step.text;
      return tree.away.has(step.file) ? undefined : write(step.file);
    case 'file':
      if (tree.away.delete(step.file)) return write(step.file);
      tree.away.add(step.file);
      return rig.remove(step.file);
    case 'syntax':
      if (tree.away.has(step.file) || step.file.endsWith('.json')) return;
      if (!tree.broken.delete(step.file)) tree.broken.add(step.file);
      return write(step.file);
    case 'same':
    case 'touch':
      return tree.away.has(step.file) ? undefined : write(step.file);
    case 'option':
      tree.strict = !tree.strict;
      return rig.write('tsconfig.json', JSON.stringify({ compilerOptions: { ...OPTIONS, strict: tree.strict, ...(tree.declaration ? { declaration: true, outDir: 'out', rootDir: 'src' } : {}) }, include: ['src'] }));
    case 'lose':
      return rig.remove('.state/known');
    case 'damage':
      return rig.write('.state/known', 'conductor-typecheck 1\nnothing of worth, but long enough to be looked at for a digest');
    case 'pack':
      tree.pack += 1;
      return rig.write('node_modules/pack/index.d.ts', `export declare const shared: ${tree.pack % 2 === 0 ? 'string' : 'number'};\n`);
  }
}

/** TypeScript tells of errors of syntax only where they begin. */
const told = (findings: readonly Finding[], lengths: boolean): string[] =>
  findings.map(({ file, line, column, length, code, message, sourceLine }) => `${file}:${line}:${column}${lengths ? `+${length}` : ''} ${code} ${message} | ${sourceLine}`);

describe('A check of types after any change', () => {
  it('finds what a full check finds', async () => {
    const modes = { full: 0, affected: 0, unchanged: 0 };
    let findings = 0;
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.boolean(), fc.array(fc.array(step, { minLength: 1, maxLength: 2 }), { minLength: LENGTH, maxLength: LENGTH }), async (declaration, watching, rounds) => {
        const tree: Tree = { choice: structuredClone(START), away: new Set(AWAY), broken: new Set(), strict: false, declaration, pack: 0 };
        const rig = createRig({ ...PACK, ...Object.fromEntries(Object.keys(PROGRAM).filter((name) => !AWAY.includes(name)).map((name) => [name, textOf(name, tree.choice[name] as number[])])) });
        const resident = watching ? createResident() : undefined;
        try {
          apply(rig, tree, { kind: 'option' });
          await rig.check({}, {}, resident);
          for (const steps of rounds) {
            for (const each of steps) apply(rig, tree, each);
            const result = await rig.check({}, {}, resident);
            modes[result.mode] += 1;
            findings += result.findings.length;
            const truth = await rig.truth();
            const lengths = truth.every(({ length }) => length !== undefined);
            const { mode, why } = result;
            expect({ mode, why, findings: told(result.findings, lengths) }).toEqual({ mode, why, findings: told(truth, lengths) });
          }
        } finally {
          resident?.close();
          rig.close();
        }
      }),
      { numRuns: SEQUENCES, ...(torture ? {} : { seed: 7 }), endOnFailure: process.env['CONDUCTOR_SHRINK'] === undefined },
    );
    // The test is of worth only where little was checked and much was wrong.
    expect(modes.affected).toBeGreaterThan(SEQUENCES * LENGTH * 0.2);
    expect(findings).toBeGreaterThan(SEQUENCES);
  }, 1_200_000);
});
