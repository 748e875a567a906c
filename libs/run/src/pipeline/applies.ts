import { join } from 'node:path';
import { readTsconfig } from '@nx-conductor/compile';
import { utf8Of } from '@nx-conductor/core';
import { tsconfigOf } from '../compile/tsconfig-path';
import { findTypeScript } from '../compile/typescript';
import { peekConfig } from '../config/peek';
import { CONFIG_FILE } from '../config/read';
import { createReader } from '../generate/reader';
import type { Edition, Machine } from '../host';
import { discoverPatterns, type PatternPlace } from '../patterns/discover';
import type { Project } from '../project/project';
import { compileReadsOf } from '../reads/compile-reads';
import { patternsInUse } from '../reads/patterns-in-use';

/** What is known before: a tsconfig that the command line names, relative to a folder; the patterns that there are, where somebody has looked. */
export interface Known {
  readonly asked: string | undefined;
  readonly from: string;
  readonly places: readonly PatternPlace[] | undefined;
}

/** Why a project has nothing to compile or to check, as the inferred targets see it; undefined where it has. */
export interface NothingToDo {
  readonly compile: string | undefined;
  /** Asked late: it looks for the checker. */
  readonly typecheck: () => string | undefined;
}

/** Looks at what there is. What cannot be read is for the phase itself to report. */
export function nothingToDo(machine: Machine, edition: Edition, project: Project, { asked, from, places }: Known): NothingToDo {
  const unchecked = () => (findTypeScript(machine, project).ok ? undefined : 'TypeScript 7 is not installed');
  const bytes = machine.disk.read(join(project.root, CONFIG_FILE));
  const peek = bytes && peekConfig(utf8Of(bytes));
  if (peek && asked === undefined) {
    const reads = compileReadsOf(machine, project, { compile: peek.compile, patterns: patternsInUse(places ?? discoverPatterns(machine.disk, createReader(machine.disk), project, edition.home), project, peek) });
    if (reads === undefined) return both('no tsconfig, or no pattern that makes TypeScript');
    return { compile: reads.checksOnly ? CHECKS_ONLY : undefined, typecheck: unchecked };
  }
  const path = tsconfigOf(machine.disk, project, { asked, from, config: undefined });
  if (!machine.disk.stat(path)) return asked === undefined ? both('no tsconfig') : { compile: undefined, typecheck: () => undefined };
  const read = readTsconfig(machine, path, project.shown);
  return { compile: read.ok && read.value.tsconfig.compilerOptions['noEmit'] === true ? CHECKS_ONLY : undefined, typecheck: unchecked };
}

const CHECKS_ONLY = 'the tsconfig is for checks alone ("noEmit")';

const both = (reason: string): NothingToDo => ({ compile: reason, typecheck: () => reason });
