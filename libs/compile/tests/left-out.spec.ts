import { outputs, project, run } from './bench';

const IMPORTS = 'export const e: string = "é";\nimport data from "./deep/data.json" with { type: "json" };\nexport const d: unknown = data;\n';

describe('an imported JSON file that the tsconfig does not select', () => {
  it.each([
    ['ES modules', IMPORTS, {}, '2:18'],
    ['CommonJS', IMPORTS, { module: 'commonjs' as const }, '2:18'],
    ['a dynamic import', 'export const d: Promise<unknown> = import("./deep/data.json");\n', {}, '1:43'],
    ['a re-export', 'export { default } from "./deep/data.json";\n', {}, '1:25'],
  ])('is refused, with its place: %s', async (_, text, options, at) => {
    const disk = project({ 'a.ts': text, 'deep/data.json': '{}', 'b.ts': 'export {};\n' });
    const { findings } = await run(disk, { options, sources: ['src/a.ts', 'src/b.ts'] });
    expect(findings).toMatchObject([{ code: 'not-selected', file: 'src/a.ts', line: Number(at.split(':')[0]), column: Number(at.split(':')[1]), hint: expect.any(String) }]);
    expect(Object.keys(outputs(disk))).toEqual(['b.d.ts', 'b.js']);
    // Selected, everything is there.
    const mended = await run(disk, { options });
    expect(mended.findings).toEqual([]);
    expect(outputs(disk)).toMatchObject({ 'deep/data.json': '{}', 'a.js': expect.stringContaining('./deep/data.json') });
  });

  it.each([
    ['it is an asset', IMPORTS, { copies: [{ from: '/p/src/deep/data.json', to: 'deep/data.json' }] }],
    ['it is made', IMPORTS, { texts: [{ to: 'deep/data.json', text: '{}' }] }],
    ['only its type is imported', 'import type data from "./deep/data.json";\nexport const d: typeof data | undefined = undefined;\n', {}],
    ['it lies outside of rootDir, where it is found from the outputs or not at all', 'import data from "../package.json";\nexport const d: unknown = data;\n', {}],
    ['it is not there: whoever checks types tells', 'import data from "./none.json";\nexport const d: unknown = data;\n', {}],
    ['it belongs to a package', 'import data from "pkg/data.json";\nexport const d: unknown = data;\n', {}],
  ])('is nobody’s concern when %s', async (_, text, changes) => {
    const disk = project({ 'a.ts': text, 'deep/data.json': '{}' });
    expect((await run(disk, { sources: ['src/a.ts'], ...changes })).findings).toEqual([]);
    expect(outputs(disk)).toHaveProperty(['a.js']);
  });

  it('is looked for only by sources that import data', async () => {
    const disk = project({ 'a.ts': 'export const a = "x.json";\n' });
    await run(disk);
    expect(disk.calls.filter(({ path }) => path.endsWith('.json') && path.startsWith('/p/src/'))).toEqual([]);
  });
});
