import { relative } from 'node:path';
import { digestOf, isObject, type Json } from '@nx-conductor/core';
import { layoutOf, type Layout } from '../layout/layout';
import type { CompileRequest, EmitOptions } from '../request';

/** Versions of the compilers that took part, by package name. */
export type Engines = Readonly<Record<string, string>>;

/** What, beside a source's own text, decides what is emitted for it: when it changes, everything is compiled again. */
export interface RecordKey {
  /** Conductor's own code. */
  readonly build: string;
  readonly engines: Engines;
  readonly layout: Layout;
  /** The options but for folders, which the layout has. */
  readonly options: Omit<EmitOptions, 'rootDir' | 'outDir' | 'declarationDir'>;
  readonly fallback: 'none' | 'tsc';
  /** Digest of the names of the declaration files that a fallback compiles with: one more can change what all others mean. */
  readonly declarations?: string;
}

/** The key of a request. */
export function keyOf(request: CompileRequest, engines: Engines): RecordKey {
  const { rootDir: _rootDir, outDir: _outDir, declarationDir: _declarationDir, ...options } = request.options;
  return { build: request.build, engines, layout: layoutOf(request.root, request.options), options, fallback: request.fallback ? 'tsc' : 'none', ...declarationsOf(request) };
}

function declarationsOf({ root, fallback }: CompileRequest): Pick<RecordKey, 'declarations'> {
  return fallback ? { declarations: digestOf(fallback.declarations.map((path) => relative(root, path)).join('\n')).slice(0, 16) } : {};
}

/** What differs between two keys, in words with values; undefined when nothing does. */
export function keyDifference(old: RecordKey, now: RecordKey): string | undefined {
  const [before, after] = [flat(old), flat(now)];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    if (before.get(name) !== after.get(name)) return `${name} ${before.get(name) ?? 'absent'} → ${after.get(name) ?? 'absent'}`;
  }
  return undefined;
}

/** Leaves by their last name: `target`, `oxc-transform`. */
function flat(key: RecordKey): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (name: string, value: unknown): void => {
    if (isObject(value)) for (const [inner, each] of Object.entries(value)) visit(inner, each);
    else if (value !== undefined) found.set(name, JSON.stringify(value as Json));
  };
  visit('', key);
  return found;
}
