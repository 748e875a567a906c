import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CONDUCTOR = join(__dirname, '..', 'bin', 'conductor.js');

/** A library of so many files, every fiftieth broken. */
function library(root: string, files: number): void {
  mkdirSync(join(root, 'src'), { recursive: true });
  writeFileSync(join(root, 'tsconfig.json'), JSON.stringify({ compilerOptions: { target: 'es2022', declaration: true, isolatedModules: true, rootDir: 'src', outDir: 'dist', types: [] }, include: ['src'] }));
  for (let n = 0; n < files; n++) writeFileSync(join(root, 'src', `f${n}.ts`), n % 50 === 49 ? `export const v${n} = ;\n` : `export interface I${n} { readonly n: number }\nexport const v${n}: I${n} = { n: ${n} };\n`);
}

const outputs = (root: string) => Object.fromEntries(readdirSync(join(root, 'dist')).filter((name) => !name.startsWith('.')).map((name) => [name, readFileSync(join(root, 'dist', name), 'utf8')]));

function compile(root: string, parallel: number): { readonly status: number | null; readonly document: { readonly sources: object; readonly findings: readonly object[] } } {
  const { status, stdout } = spawnSync(process.execPath, [CONDUCTOR, 'compile', '--json', '--parallel', String(parallel)], { cwd: root, encoding: 'utf8' });
  return { status, document: JSON.parse(stdout) as ReturnType<typeof compile>['document'] };
}

it('real threads give what one gives', () => {
  const folder = mkdtempSync(join(tmpdir(), 'conductor-threads-'));
  try {
    for (const name of ['one', 'three']) library(join(folder, name), 500);
    const [one, three] = [compile(join(folder, 'one'), 1), compile(join(folder, 'three'), 3)];
    expect([one.status, three.status]).toEqual([1, 1]);
    expect(three.document.sources).toEqual({ total: 500, compiled: 490, kept: 0, removed: 0, failed: 10 });
    expect(three.document.findings).toEqual(one.document.findings);
    expect(outputs(join(folder, 'three'))).toEqual(outputs(join(folder, 'one')));
    expect(compile(join(folder, 'three'), 3).document.sources).toMatchObject({ compiled: 0, kept: 490, failed: 10 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
