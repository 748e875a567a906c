import { dirname, join, resolve, sep } from 'node:path';
import { isObject, utf8Of, type Disk, type Json } from '@nx-conductor/core';
import { PATTERN_FILE } from '@nx-conductor/generate';
import { externalFileRefs } from '@nx-conductor/spec';
import { findInputs, type FoundNeeds } from '../commands/surroundings';
import { peekConfig, type Peek } from '../config/peek';
import { CONFIG_FILE } from '../config/read';
import { formatInputs, isGlob } from '../generate/inputs';
import { createReader, type Reader } from '../generate/reader';
import type { Machine } from '../host';
import { discoverPatterns } from '../patterns/discover';
import { readObject, type Project } from '../project/project';
import { findRules } from '../rules/find-rules';
import { moduleFiles } from './module-refs';
import { patternsInUse, type PatternReads } from './patterns-in-use';

/**
 * What `generate` reads for a project, found without parsing a spec or running anything, so that a task runner can be
 * told before the run. Paths are absolute.
 */
export interface Reads {
  /** Specs and what their references lead to, in the order of first use. */
  readonly specs: readonly string[];
  /** Specs given as globs, as written: relative to the project. */
  readonly globs: readonly string[];
  /** Patterns in use. */
  readonly patterns: readonly PatternReads[];
  /** Files outside of the pattern folders that helper modules load. */
  readonly modules: readonly string[];
  /** The formatter's description and configuration. */
  readonly format: readonly string[];
  /** Files of rules. */
  readonly rules: readonly string[];
  /** Rules mend or judge what is generated. */
  readonly ruled: boolean;
  /** What commands read and depend on besides. */
  readonly needs: FoundNeeds;
  /** The output folder relative to the project; undefined when `conductor.json` cannot be read. */
  readonly output: string | undefined;
  /** What `conductor.json` says of compiling, as written. */
  readonly compile: Peek['compile'];
}

/** The part of the machine that looks at files and changes nothing. */
export type Lookout = Pick<Machine, 'disk' | 'glob'>;

const NO_NEEDS: FoundNeeds = { programs: [], variables: [], globs: [], files: new Map() };

/** Of a project whose `conductor.json` says nothing that can be read. */
export const NOTHING_READ: Reads = { specs: [], globs: [], patterns: [], modules: [], format: [], rules: [], ruled: false, needs: NO_NEEDS, output: undefined, compile: undefined };

/** Looks at the project as it is now. Nothing in it has to be right: what cannot be read adds nothing. `home` is Conductor's folder. `specs` are those of a run that just read them, which spares looking through their texts. */
export async function readsOf(machine: Lookout, project: Project, home: string, reader: Reader = createReader(machine.disk), specs?: readonly string[]): Promise<Reads> {
  const { disk } = machine;
  const bytes = reader.bytes(join(project.root, CONFIG_FILE));
  const peek = bytes && peekConfig(utf8Of(bytes));
  if (!peek) return NOTHING_READ;
  const globs = peek.specs.filter(isGlob);
  const entries = peek.specs.filter((path) => !isGlob(path)).map((path) => resolve(project.root, path));
  for (const glob of globs) entries.push(...(await machine.glob(glob, project.root, [])));

  const patterns = patternsInUse(discoverPatterns(disk, reader, project, home), project, peek);
  return {
    specs: specs ?? withReferences(disk, entries, reader),
    globs,
    patterns,
    modules: [...new Set(patterns.flatMap(({ folder }) => (folder === undefined ? [] : outerModules(machine, folder))))],
    format: formatInputs(peek.format, project, reader),
    rules: findRules(disk, reader, project, home).map(({ path }) => path),
    ruled: peek.gated || peek.mending !== undefined,
    needs: await findNeeds(machine, project, patterns, peek.output ?? 'generated'),
    output: peek.output ?? 'generated',
    compile: peek.compile,
  };
}

function withReferences(disk: Disk, entries: readonly string[], reader: Reader): string[] {
  const files = new Set(entries);
  // A set keeps growing while it is walked, so this reaches everything.
  for (const path of files) {
    // What a text seems to refer to may be a folder.
    const bytes = disk.stat(path)?.kind === 'directory' ? undefined : reader.bytes(path);
    for (const file of bytes ? externalFileRefs(utf8Of(bytes), path) : []) files.add(file);
  }
  return [...files].filter((path) => disk.stat(path)?.kind !== 'directory');
}

/** What the rules with `run` of some patterns name, as they are written. */
async function findNeeds(machine: Lookout, project: Project, patterns: readonly PatternReads[], output: string): Promise<FoundNeeds> {
  const rules = patterns.flatMap(({ folder }) => (folder === undefined ? [] : (readObject(machine.disk, join(folder, PATTERN_FILE))['outputs'] ?? [])));
  const commands = (rules as readonly Json[]).filter(isObject).filter((rule) => Array.isArray(rule['run']));
  const texts = (value: Json | undefined) => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []);
  const all = (names: (rule: (typeof commands)[number]) => readonly string[]) => [...new Set(commands.flatMap(names))];
  const globs = all((rule) => texts(rule['inputs']));
  return {
    programs: all((rule) => [...texts(rule['run']).slice(0, 1), ...texts(rule['programs'])]),
    variables: all((rule) => texts(rule['env'])),
    globs,
    files: await findInputs(machine, project, globs, output),
  };
}

/** What the modules of a pattern load from outside of the pattern's folder. */
function outerModules(machine: Lookout, folder: string): string[] {
  const { helpers, outputs } = readObject(machine.disk, join(folder, PATTERN_FILE));
  const makers = Array.isArray(outputs) ? outputs.map((rule) => (isObject(rule) ? rule['module'] : undefined)) : [];
  const modules = [helpers, ...makers].filter((name) => typeof name === 'string');
  return modules.flatMap((name) => moduleFiles(machine.disk, join(folder, name))).filter((path) => dirname(path) !== folder && !path.startsWith(folder + sep));
}

