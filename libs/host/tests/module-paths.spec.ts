import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { constantFrom, dictionary, sample, tuple } from 'fast-check';
import { fileOfPath } from '../src/module-paths';

const parent = realpathSync(mkdtempSync(join(tmpdir(), 'paths-')));
let trees = 0;
afterAll(() => rmSync(parent, { recursive: true, force: true }));

/** A folder of its own for each tree: Node keeps what it found in one. */
function put(files: Readonly<Record<string, string>>): string {
  const root = join(parent, String(++trees));
  mkdirSync(root);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

/** What Node finds: in a process of its own, since here another loader stands in for its. */
function byNode(cases: readonly { readonly request: string; readonly from: string }[]): (string | null)[] {
  const script = `const { createRequire } = require('node:module');
    const found = ({ request, from }) => { try { return createRequire(from).resolve(request); } catch { return null; } };
    console.log(JSON.stringify(JSON.parse(require('node:fs').readFileSync(0, 'utf8')).map(found)));`;
  return JSON.parse(execFileSync(process.execPath, ['--no-deprecation', '-e', script], { input: JSON.stringify(cases), encoding: 'utf8' })) as (string | null)[];
}

describe('a path in a module', () => {
  it('leads where it leads Node', () => {
    const name = constantFrom('in/a', 'in/a.js', 'in/a.json', 'in/a.js.json', 'in/a.node', 'in/b/index.js', 'in/b/index.json', 'in/b/main.js', 'in/b.js', 'in/b/main/index.js', 'a.js', 'in/index.js', 'index.json');
    const main = constantFrom('{}', '{"main":"main"}', '{"main":"./main.js"}', '{"main":"none"}', '{"main":""}', '{"main":"."}', '{"main":"../a"}');
    const request = constantFrom('./a', './a.js', './b', './b/', './b/.', '../a', '.', './', '..', '../in', './b/main', './b/..', './none', '../index');
    const cases = sample(tuple(dictionary(name, constantFrom('')), dictionary(constantFrom('in/b/package.json', 'in/package.json'), main), request), 500).map(([files, packages, wanted]) => {
      const plain = Object.fromEntries(Object.entries(files).filter(([each]) => !Object.keys(files).some((other) => other.startsWith(`${each}/`))));
      const root = put({ ...plain, ...packages });
      mkdirSync(join(root, 'in'), { recursive: true });
      return { root, request: wanted, from: join(root, 'in', 'from.js') };
    });
    const found = byNode(cases);
    expect(cases.map((each, index) => ({ ...each, found: fileOfPath(each.request, each.from) ?? null, index }))).toEqual(cases.map((each, index) => ({ ...each, found: found[index], index })));
    expect(found.filter((path) => path !== null).length).toBeGreaterThan(80);
  });

  it('leads to files with the endings that an import may leave out, after those of Node', () => {
    const root = put({ 'a.ts': '', 'a.mjs': '', 'b.cts': '', 'c/index.mts': '' });
    const from = join(root, 'from.ts');
    expect(['./a', './b', './c', './d'].map((request) => fileOfPath(request, from))).toEqual(['a.mjs', 'b.cts', 'c/index.mts'].map((path) => join(root, path)).concat([undefined as unknown as string]));
  });

  it('leads to what is found now, whatever was found before', () => {
    const root = put({ 'a.json': '' });
    const from = join(root, 'from.js');
    expect(fileOfPath('./a', from)).toBe(join(root, 'a.json'));
    writeFileSync(join(root, 'a.js'), '');
    expect(fileOfPath('./a', from)).toBe(join(root, 'a.js'));
    rmSync(join(root, 'a.js'));
    rmSync(join(root, 'a.json'));
    expect(fileOfPath('./a', from)).toBeUndefined();
  });
});
