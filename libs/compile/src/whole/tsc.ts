import { dirname, isAbsolute, join } from 'node:path';
import { quietly, utf8Of, type Disk } from '@nx-conductor/core';
import type { Finding } from '../finding';
import type { CompileRequest, Fallback } from '../request';
import { findingsIn } from '../typecheck/compiler-output';
import type { Processes } from '../typecheck/request';

/** What TypeScript made of some sources. */
export interface WholeEmit {
  /** Folders in which the outputs lie, as they would in `outDir` and `declarationDir`. */
  readonly code: string;
  readonly types: string;
  readonly findings: readonly Finding[];
  /** Every file that it read, the configuration among them; absolute. */
  readonly files: readonly string[];
}

/**
 * Emits some sources with TypeScript, which reads for it what they lead to, and gives the result to `use` while it lies
 * in a scratch folder. Nothing is checked but what emitting itself needs. The configuration is a file beside the
 * project's own, because packages are looked for from there; it extends that one, and goes when this is done.
 */
export async function withTsc<T>(request: CompileRequest, fallback: Fallback, disk: Disk, processes: Processes, sources: readonly string[], use: (emit: WholeEmit) => T): Promise<T> {
  const scratch = join(request.options.outDir, SCRATCH);
  const config = join(dirname(request.tsConfig), CONFIG);
  const [code, types] = [join(scratch, 'code'), join(scratch, 'types')];
  clearWhole(request, disk);
  try {
    disk.makeDirectory(scratch);
    disk.write(config, configText(request, [...sources.map((source) => join(request.root, source)), ...fallback.declarations], code, types));
    const ended = await processes.run({ executable: fallback.compiler.executable, args: ['-p', config, '--pretty', 'false', '--listFiles'], cwd: request.root, env: {} });
    const lines = utf8Of(ended.stdout).split(/\r?\n/);
    const isFile = (line: string) => isAbsolute(line) && !/\(\d+,\d+\): (?:error|warning) TS/.test(line);
    const findings = findingsIn(lines.filter((line) => !isFile(line)).join('\n'), request, disk);
    const broken = ended.reason ?? (ended.code === 0 || findings.length > 0 ? undefined : utf8Of(ended.stderr).trim() || `it ended with code ${String(ended.code)}`);
    if (broken !== undefined) findings.push({ severity: 'error', code: 'tsc', message: `TypeScript could not be run: ${broken}`, file: fallback.compiler.executable });
    return use({ code, types, findings, files: [...lines.filter(isFile), ...fallback.configs] });
  } finally {
    quietly(() => clearWhole(request, disk));
  }
}

/** Removes what a run left that was killed while TypeScript worked. */
export function clearWhole(request: CompileRequest, disk: Disk): void {
  const config = join(dirname(request.tsConfig), CONFIG);
  if (disk.stat(config) !== undefined) disk.remove(config);
  const scratch = join(request.options.outDir, SCRATCH);
  if (disk.stat(scratch) !== undefined) removeAll(disk, scratch);
}

const SCRATCH = '.conductor-compile-tsc';
const CONFIG = '.conductor-compile.tsconfig.json';

function configText({ options, tsConfig }: CompileRequest, files: readonly string[], outDir: string, declarationDir: string): string {
  const types = options.declaration || options.emitDeclarationOnly;
  return JSON.stringify({
    extends: tsConfig,
    files,
    include: [],
    references: [],
    compilerOptions: {
      outDir,
      ...(types ? { declaration: true, declarationDir } : {}),
      rootDir: options.rootDir,
      noCheck: true,
      noEmit: false,
      noEmitOnError: false,
      composite: false,
      incremental: false,
      tsBuildInfoFile: null,
      isolatedDeclarations: false,
    },
  });
}

function removeAll(disk: Disk, path: string): void {
  if (disk.stat(path)?.kind !== 'directory') return disk.remove(path);
  for (const { name } of disk.list(path) ?? []) removeAll(disk, join(path, name));
  disk.removeDirectory(path);
}
