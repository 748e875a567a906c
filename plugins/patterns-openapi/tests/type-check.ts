import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const WORKSPACE = join(__dirname, '..', '..', '..');
const STRICTEST = {
  strict: true, noEmit: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noImplicitOverride: true,
  noPropertyAccessFromIndexSignature: true, noUnusedLocals: true, noImplicitReturns: true, verbatimModuleSyntax: true,
  isolatedModules: true, isolatedDeclarations: true, declaration: true, target: 'es2022', module: 'esnext', moduleResolution: 'bundler',
}; // prettier-ignore

/** What TypeScript 7 says of generated files, one line an error; empty when they are right. */
export function typeErrors(files: ReadonlyMap<string, string>, options: object = { lib: ['es2022', 'dom', 'dom.iterable'], types: [] }): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'patterns-openapi-'));
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    symlinkSync(join(WORKSPACE, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { ...STRICTEST, ...options }, include: ['**/*.ts'] }));
    const compiler = join(dirname(createRequire(__filename).resolve('typescript-7/package.json')), 'bin', 'tsc');
    try {
      execFileSync(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], { encoding: 'utf8', cwd: folder });
      return [];
    } catch (error) {
      // Lines that begin with a space explain the error before them.
      return String((error as { stdout?: string }).stdout ?? error).trim().split('\n').filter((line) => !line.startsWith(' '));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
