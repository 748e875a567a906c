import { dirname, isAbsolute, resolve } from 'node:path';
import { utf8Of } from '@nx-conductor/core';

/** What TypeScript tells of a program in its `.tsbuildinfo`, with paths instead of numbers. */
export interface ProgramGraph {
  /** Absolute paths of every file of the program, with `/`. */
  readonly files: readonly string[];
  /** Indices of files that were named or selected by the tsconfig. */
  readonly roots: ReadonlySet<number>;
  /** For each file, the indices of the files that it refers to: imports as resolved, directives, merged modules. */
  readonly refs: readonly (readonly number[])[];
  /** Indices of files that declare something globally. */
  readonly global: ReadonlySet<number>;
  readonly packageJsons: readonly string[];
  /** What was found of the types, and of declarations. Undefined while there are files whose types were not checked. */
  readonly typeFindings: readonly NotedFinding[] | undefined;
  readonly declarationFindings: readonly NotedFinding[];
  readonly declares: boolean;
}

/** A finding as it is noted: the file by its index, offsets in bytes of UTF-8. */
export interface NotedFinding {
  readonly file: number;
  readonly code: number;
  readonly pos: number;
  readonly end: number;
}

/** The parts of the file that are used. Format of TypeScript 7: `buildInfo.go` of its sources; numbers of files count from 1. */
interface BuildInfo {
  readonly fileNames: readonly string[];
  readonly fileInfos: readonly (string | { readonly affectsGlobalScope?: boolean })[];
  readonly root: readonly (number | readonly [number, number])[];
  readonly fileIdsList?: readonly (readonly number[])[];
  readonly referencedMap?: readonly (readonly [number, number])[];
  readonly packageJsons?: readonly string[];
  readonly options?: { readonly declaration?: boolean; readonly composite?: boolean };
  readonly semanticDiagnosticsPerFile?: readonly (number | PerFile)[];
  readonly emitDiagnosticsPerFile?: readonly PerFile[];
}

type PerFile = readonly [number, readonly { readonly code: number; readonly pos: number; readonly end: number }[]];

/** Reads a `.tsbuildinfo`; undefined when it is not as expected. `libraries` is the folder of TypeScript's own declarations. */
export function programGraphOf(bytes: Uint8Array, path: string, libraries: string): ProgramGraph | undefined {
  let info: BuildInfo;
  try {
    info = JSON.parse(utf8Of(bytes)) as BuildInfo;
  } catch {
    // TypeScript writes this file whole, or was killed while it did: nothing is known then.
    return undefined;
  }
  if (!Array.isArray(info.fileNames) || !Array.isArray(info.fileInfos) || !Array.isArray(info.root) || info.fileInfos.length !== info.fileNames.length) return undefined;
  const folder = dirname(path);
  const absolute = (name: string): string => (isAbsolute(name) ? name : /^\.\.?\//.test(name) ? resolve(folder, name) : resolve(libraries, name)).replaceAll('\\', '/');
  const refs: (readonly number[])[] = info.fileNames.map(() => []);
  for (const [file, list] of info.referencedMap ?? []) refs[file - 1] = (info.fileIdsList?.[list - 1] ?? []).map((id) => id - 1);
  const types = info.semanticDiagnosticsPerFile ?? [];
  return {
    files: info.fileNames.map(absolute),
    roots: new Set(info.root.flatMap((root) => (typeof root === 'number' ? [root - 1] : range(root[0] - 1, root[1] - 1)))),
    refs,
    global: new Set(info.fileInfos.flatMap((each, index) => (typeof each === 'object' && each.affectsGlobalScope ? [index] : []))),
    packageJsons: (info.packageJsons ?? []).map(absolute),
    typeFindings: types.every(isChecked) ? types.flatMap(notedIn) : undefined,
    declarationFindings: (info.emitDiagnosticsPerFile ?? []).flatMap(notedIn),
    declares: info.options?.declaration ?? info.options?.composite ?? false,
  };
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** A number alone is a file whose types were not checked. */
const isChecked = (each: number | PerFile): each is PerFile => typeof each !== 'number';

const notedIn = ([file, findings]: PerFile): NotedFinding[] => findings.map(({ code, pos, end }) => ({ file: file - 1, code, pos, end }));
