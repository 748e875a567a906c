import { join } from 'node:path';
import { globsOf, outputFolders, readTsconfig } from '@nx-conductor/compile';
import { isObject } from '@nx-conductor/core';
import { PATTERN_FILE } from '@nx-conductor/generate';
import { ownTsconfig } from '../compile/tsconfig-path';
import type { Machine } from '../host';
import { readObject, type Project } from '../project/project';
import type { Reads } from './reads';

/** What `compile` and `typecheck` read for a codegen project, and where the outputs go. Paths are absolute. */
export interface CompileReads {
  /** The tsconfig and what it extends; the tsconfig alone when it cannot be read. */
  readonly configs: readonly string[];
  /** Globs of sources, and of files among them that are none. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Folders of the outputs; none when the tsconfig cannot be read. */
  readonly outputs: readonly string[];
  /** The tsconfig is for checks alone (`noEmit`), and conductor.json says nothing of compiling. */
  readonly checksOnly: boolean;
}

/** The parts of the machine that look at files and change nothing. */
export type CompileLookout = Pick<Machine, 'disk' | 'resolveModule'>;

/** Looks at a codegen project as it is now. Undefined for one without a tsconfig, or whose patterns make no TypeScript. */
export function compileReadsOf(machine: CompileLookout, project: Project, reads: Pick<Reads, 'compile' | 'patterns'>): CompileReads | undefined {
  const { disk } = machine;
  const asked = reads.compile;
  const path = asked?.tsConfig === undefined ? ownTsconfig(disk, project.root) : join(project.root, asked.tsConfig);
  if (path === undefined || (asked === undefined && !makesTypeScript(machine, reads))) return undefined;
  const read = readTsconfig(machine, path, project.shown);
  if (!read.ok) return { configs: [path], include: [], exclude: [], outputs: [], checksOnly: false };
  const { tsconfig, files } = read.value;
  const { outDir, declarationDir } = outputFolders(tsconfig, asked?.output === undefined ? undefined : join(project.root, asked.output), join(project.root, 'dist'));
  const outputs = [...new Set([outDir, declarationDir])];
  return { configs: files, ...globsOf(tsconfig, outputs), outputs, checksOnly: asked === undefined && tsconfig.compilerOptions['noEmit'] === true };
}

/** True when an output of a pattern in use is TypeScript by its name, or a command makes it and its name is not known. */
function makesTypeScript({ disk }: CompileLookout, reads: Pick<Reads, 'patterns'>): boolean {
  return reads.patterns.some(({ folder }) => {
    const outputs = folder === undefined ? undefined : readObject(disk, join(folder, PATTERN_FILE))['outputs'];
    return Array.isArray(outputs) && outputs.some((output) => isObject(output) && (output['run'] !== undefined || /\.[cm]?tsx?$/.test(String(output['to']))));
  });
}
