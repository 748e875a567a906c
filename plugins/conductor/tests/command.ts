import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

Object.assign(globalThis, { __CONDUCTOR_VERSION__: '9.9.9', __CONDUCTOR_BUILD__: 'test' });

/** Runs a command line in this process: the parts of a process that a command sees are given, what it writes is kept. `heard` is told what comes to standard error when it comes. */
export async function run(argv: readonly string[], cwd: string, env: Record<string, string> = {}, isTTY = false, heard: (text: string) => void = () => undefined) {
  const { runCli } = await import('../src/run-cli');
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const code = await runCli(argv, { cwd, env, isTTY, stdout: { write: (text) => void stdout.push(text) }, stderr: { write: (text) => void (stderr.push(text), heard(text)) } });
  return { code, stdout: stdout.join(''), stderr: stderr.join('') };
}

/** A project of one entity outside of any workspace, in a folder with a space and a letter beyond ASCII, as people have them. */
export function entityProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'conductor cli é '));
  writeFileSync(join(folder, 'conductor.json'), JSON.stringify({ specs: [{ adapter: 'entities', path: 'models/*.yaml' }], patterns: [{ use: 'entity-model' }] }));
  mkdirSync(join(folder, 'models'));
  writeFileSync(join(folder, 'models', 'm.yaml'), 'entities:\n  - name: User\n    attributes:\n      - { name: id, type: uuid, primaryKey: true }\n');
  cpSync(join(__dirname, '..', '..', '..', '.conductor', 'patterns'), join(folder, '.conductor', 'patterns'), { recursive: true });
  return folder;
}

/** The same with a tsconfig, and with the packages of this repository in reach: what it makes can be compiled and checked. */
export function compiledProject(): string {
  const folder = entityProject();
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { target: 'es2022', module: 'esnext', strict: true, outDir: 'dist', rootDir: 'generated', declaration: true, types: [] }, include: ['generated'] }));
  symlinkSync(join(__dirname, '..', '..', '..', 'node_modules'), join(folder, 'node_modules'));
  return folder;
}
