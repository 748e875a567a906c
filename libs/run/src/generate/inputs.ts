import { dirname, join, resolve } from 'node:path';
import { byCodeUnit, digestOf, type Digest } from '@nx-conductor/core';
import type { Input } from '@nx-conductor/outputs';
import type { FoundNeeds } from '../commands/surroundings';
import { CONFIG_FILE, type ConfigText } from '../config/read';
import type { Project } from '../project/project';
import type { RuleFile } from '../rules/find-rules';
import type { Reader } from './reader';

/** Everything that a run reads, as the manifest lists it. */
export interface InputSet {
  readonly config: ConfigText;
  /** All files of the patterns in use. */
  readonly patterns: readonly { readonly shown: string; readonly digest: Digest }[];
  /** Absolute paths: specs and what their `$ref`s lead to. */
  readonly specs: readonly string[];
  /** Globs of specs with the files they gave, so that a new match counts as a change. */
  readonly globs: readonly { readonly glob: string; readonly files: readonly string[] }[];
  /** Absolute paths of modules outside of the pattern folders that helper modules load. */
  readonly modules: readonly string[];
  /** Absolute paths of the formatter's description and configuration. */
  readonly format: readonly string[];
  /** Files of rules that mend or judge, and what `conductor.json` says of rules that mend; none and nothing when rules do neither. */
  readonly rules: { readonly files: readonly RuleFile[]; readonly mending: string | undefined };
  /** What commands need. */
  readonly needs: FoundNeeds;
}

/** The list for the manifest, in code-unit order. */
export function listInputs(set: InputSet, project: Project, reader: Reader): Input[] {
  const file = (kind: Input['kind']) => (path: string) => ({ kind, path: project.shown(path), digest: reader.digest(path) });
  const declared = [...new Set([...set.needs.files.values()].flat())];
  const name = (kind: Input['kind']) => (path: string) => ({ kind, path, digest: digestOf(path) });
  const paths = (files: readonly string[]) => digestOf(files.map(project.shown).join('\n'));
  return [
    { kind: 'config' as const, path: project.shown(join(project.root, CONFIG_FILE)), digest: set.config.digest },
    ...set.patterns.map(({ shown, digest }) => ({ kind: 'pattern' as const, path: shown, digest })),
    ...set.specs.map(file('spec')),
    ...set.globs.map(({ glob, files }) => ({ kind: 'glob' as const, path: glob, digest: paths(files) })),
    ...set.modules.map(file('module')),
    ...set.format.map(file('format')),
    ...set.rules.files.map(({ path, shown }) => ({ kind: 'rule' as const, path: shown, digest: reader.digest(path) })),
    ...(set.rules.mending === undefined ? [] : [{ kind: 'rules' as const, path: 'rules', digest: digestOf(set.rules.mending) }]),
    ...declared.map(file('declared')),
    ...[...set.needs.files].map(([glob, files]) => ({ kind: 'inputs' as const, path: glob, digest: paths(files) })),
    ...set.needs.programs.map(name('program')),
    ...set.needs.variables.map(name('variable')),
  ].sort((a, b) => byCodeUnit(a.path, b.path) || byCodeUnit(a.kind, b.kind));
}

/** True when both lists name the same inputs with the same digests. */
export function sameInputs(a: readonly Input[], b: readonly Input[]): boolean {
  return a.length === b.length && a.every((input, index) => input.path === b[index]?.path && input.kind === b[index]?.kind && input.digest === b[index]?.digest);
}

/** Absolute path of an input that is a file. */
export function inputPath(input: Input, project: Project): string {
  return resolve(project.workspace, input.path);
}

/** Configuration files of formatters, in every folder from the output's parents up to the workspace. */
const FORMAT_FILES: Readonly<Record<string, readonly string[]>> = {
  oxfmt: ['.oxfmtrc.json', '.oxfmtrc.jsonc'],
  prettier: [
    ...['', '.json', '.yaml', '.yml', '.json5', '.js', '.cjs', '.mjs', '.ts', '.cts', '.mts', '.toml'].map((end) => `.prettierrc${end}`),
    ...['js', 'cjs', 'mjs', 'ts', 'cts', 'mts'].map((end) => `prettier.config.${end}`),
    '.editorconfig',
  ],
};

/** The files that decide what a formatter gives: its package's description (for the version) and its configuration. */
export function formatInputs(formatter: unknown, project: Project, reader: Reader): string[] {
  return formatCandidates(formatter, project).filter((path) => reader.digest(path) !== '');
}

/** Where these files would lie, nearest to the project first. */
export function formatCandidates(formatter: unknown, project: Project): string[] {
  if (typeof formatter !== 'string') return [];
  const names = FORMAT_FILES[formatter] ?? [];
  const places: string[] = [];
  for (let at = project.root; ; at = dirname(at)) {
    places.push(...names.map((name) => join(at, name)), join(at, 'node_modules', formatter, 'package.json'));
    if (at === project.workspace || dirname(at) === at) return places;
  }
}

/** True for a path with glob characters that is meant as one. */
export function isGlob(path: string): boolean {
  return /[*?{}]/.test(path);
}
