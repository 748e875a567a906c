import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { observe } from './behaviour.mjs';
import { holdAgainstTypeScript } from './held-against.mjs';

const repository = join(__dirname, '..', '..');
const conductor = join(repository, 'plugins', 'conductor', 'bin', 'conductor.js');
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'conductor-constructs-')));

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A copy of a folder of constructs, compiled by both. */
async function compiled(name, ...options) {
  const folder = join(scratch, name + options.join(''));
  cpSync(join(__dirname, 'constructs', name), folder, { recursive: true });
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
  return holdAgainstTypeScript(folder, { node: process.execPath, conductor, options });
}

test('ES modules: every construct has the tree, the code and the behaviour that TypeScript gives it', async () => {
  const { sources, result, exitCode, ours, theirs, compared, differences, maps, errors } = await compiled('modern');
  expect(errors).toEqual([]);
  expect({ exitCode, findings: result.findings, compiled: result.sources.compiled }).toEqual({ exitCode: 0, findings: [], compiled: sources.length });
  // swc and TypeScript lower `accessor` in other words, so it is run rather than read.
  expect(differences.filter(({ path }) => path !== 'dist/accessors.js')).toEqual([]);
  expect(compared).toEqual({ declarations: sources.length - 1, code: sources.length - 1, json: 1 });
  expect(maps.wrong).toEqual([]);
  expect(maps.places).toBeGreaterThan(50);
  expect(await observe(ours, { commonJs: false })).toEqual(await observe(theirs, { commonJs: false }));
});

test('CommonJS, with the decorators and the fields of earlier TypeScript: the same declarations, the same behaviour', async () => {
  const { sources, result, exitCode, ours, theirs, differences, errors } = await compiled('classic');
  expect(errors).toEqual([]);
  expect({ exitCode, findings: result.findings, compiled: result.sources.compiled }).toEqual({ exitCode: 0, findings: [], compiled: sources.length });
  // swc and TypeScript write CommonJS in other words, so it is run rather than read.
  expect(differences.filter(({ about }) => about !== 'minified code')).toEqual([]);
  const seen = await observe(ours, { commonJs: true });
  expect(Object.keys(seen)).toHaveLength(sources.length);
  expect(seen).toEqual(await observe(theirs, { commonJs: true }));
});

test('what a file does not say on its own is refused, with its place and what to do', async () => {
  const { result, exitCode, ours } = await compiled('needs-types');
  expect(exitCode).toBe(1);
  expect(result.findings.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
    'across-files.ts:6 TS9020',
    'ambient.ts:2 TS9007',
    'enums.ts:7 TS9038',
    'inferred.ts:3 TS9013',
    'inferred.ts:3 TS9013',
    'inferred.ts:4 TS9007',
    'inferred.ts:8 TS9012',
    'inferred.ts:9 TS9009',
    'inferred.ts:12 TS9008',
    'inferred.ts:16 TS9016',
    'inferred.ts:16 TS9015',
    'live.ts:2 namespace',
    'mixins.ts:16 TS9021',
    're-exports.ts:4 TS1205',
  ]);
  for (const { hint } of result.findings) expect(hint).toMatch(/fallback/);
  expect([...ours.keys()].filter((path) => /^dist\/(?!base)/.test(path))).toEqual([]);
});
test('with the fallback it goes through TypeScript, and nothing differs', async () => {
  const { sources, result, exitCode, ours, theirs, differences } = await compiled('needs-types', '--fallback', 'tsc');
  expect({ exitCode, findings: result.findings, compiled: result.sources.compiled }).toEqual({ exitCode: 0, findings: [], compiled: sources.length });
  expect(differences).toEqual([]);
  // A const enum stays as an object here, as with preserveConstEnums: it is one export more.
  const { 'dist/base.js': base, ...seen } = await observe(ours, { commonJs: false });
  const { 'dist/base.js': theirBase, ...theirSeen } = await observe(theirs, { commonJs: false });
  expect(seen).toEqual(theirSeen);
  expect(base.replace(/^ {2}Kind .*\n/m, '').replace('Kind,', '')).toBe(theirBase);
});
