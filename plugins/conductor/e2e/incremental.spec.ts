import { appendFileSync, cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { createLetters, ended, produced, start, torture, writeSpec } from './letters';

const PATTERN = '.conductor/patterns/letters';
const TEMPLATES = ['<%= item.name %> = <%= item.n %>\n', '<%= item.name %>: <%= helped(item.n) %>\n', "<%= items('/letters').length %> <%= item.name %>\n"];
const HELPERS = ['module.exports = { helped: (n) => n + "!" };', 'const { end } = require("../../outer.js"); module.exports = { helped: (n) => n + end };'];

/** One edit of a project on disk, as people make them. */
type Edit = { readonly kind: 'letters'; readonly letters: Record<string, number> } | { readonly kind: 'template' | 'helpers' | 'outer' | 'delete' | 'edit' | 'cache' | 'manifest'; readonly index: number };

const edits: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 3, arbitrary: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.nat(20), { minKeys: 1 }).map((letters) => ({ kind: 'letters' as const, letters })) },
  fc.record({ kind: fc.constantFrom('template' as const, 'helpers', 'outer', 'delete', 'edit', 'cache', 'manifest'), index: fc.nat(2) }),
);

describe('incremental equals clean, with the real command', () => {
  it('after any sequence of edits, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edits, { minLength: 2, maxLength: 6 }), async (steps) => {
        const folder = createLetters();
        const path = (name: string) => join(folder, name);
        writeSpec(folder, { a: 1, b: 2 });
        writeFileSync(path(`${PATTERN}/helpers.js`), HELPERS[0] as string);
        writeFileSync(path('.conductor/outer.js'), 'exports.end = "?";');
        const pattern = JSON.parse(readFileSync(path(`${PATTERN}/pattern.json`), 'utf8')) as object;
        writeFileSync(path(`${PATTERN}/pattern.json`), JSON.stringify({ ...pattern, helpers: 'helpers.js' }));
        try {
          expect(await ended(start(folder))).toMatchObject({ code: 0 });
          for (const step of steps) {
            if (step.kind === 'letters') writeSpec(folder, step.letters);
            else change(folder, step.kind, step.index);
            expect(await ended(start(folder, ['generate', '--on-conflict', 'overwrite']))).toMatchObject({ code: 0 });
            expect(produced(folder)).toEqual(await clean(folder));
          }
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      }),
      { numRuns: torture(300, 5) },
    );
  }, torture(3_600_000, 240_000));
});

/** What a run from nothing makes of the same inputs, in a folder of the same name: the name is in the manifest. */
async function clean(folder: string): Promise<Record<string, string>> {
  const twin = join(`${folder}.aside`, basename(folder));
  cpSync(folder, twin, { recursive: true, filter: (source) => !/\/(out|\.conductor\/(cache|runs|manifests))$/.test(source) });
  try {
    expect(await ended(start(twin))).toMatchObject({ code: 0 });
    return produced(twin);
  } finally {
    rmSync(`${folder}.aside`, { recursive: true });
  }
}

function change(folder: string, kind: Exclude<Edit['kind'], 'letters'>, index: number): void {
  const path = (name: string) => join(folder, name);
  const first = existsSync(path('out')) ? readdirSync(path('out'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt')).sort()[index] : undefined;
  switch (kind) {
    case 'template':
      return writeFileSync(path(`${PATTERN}/letter.ejs`), TEMPLATES[index] as string);
    case 'helpers':
      return writeFileSync(path(`${PATTERN}/helpers.js`), HELPERS[index % 2] as string);
    case 'outer':
      return writeFileSync(path('.conductor/outer.js'), `exports.end = "${'?'.repeat(index + 1)}";`);
    case 'delete':
      return first === undefined ? undefined : rmSync(path(`out/${first}`));
    case 'edit':
      return first === undefined ? undefined : appendFileSync(path(`out/${first}`), 'mine');
    case 'cache':
      return rmSync(path('.conductor/cache'), { recursive: true, force: true });
    case 'manifest':
      return appendFileSync(path('.conductor/manifests/' + (readdirSync(path('.conductor/manifests'))[0] as string)), ' ');
  }
}
