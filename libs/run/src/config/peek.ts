import { isObject, jsonObjectIn, type Json } from '@nx-conductor/core';

/** Parts of a `conductor.json` that was not checked. */
export interface Peek {
  readonly uses: readonly string[];
  /** Paths as written, globs among them. */
  readonly specs: readonly string[];
  readonly output: string | undefined;
  readonly format: Json | undefined;
  /** Rules judge artifacts before they are written. */
  readonly gated: boolean;
  /** What is said of rules, when they mend artifacts: as written, in one line. */
  readonly mending: string | undefined;
  readonly compile: { readonly tsConfig: string | undefined; readonly output: string | undefined } | undefined;
}

/** What the fast path needs of `conductor.json`, without checking it: the file was checked when its digest was first seen. */
export function peekConfig(text: string): Peek | undefined {
  const value = jsonObjectIn(text);
  if (!value) return undefined;
  const { patterns, specs, output, format, compile, validate, rules } = value;
  if (!Array.isArray(patterns) || !Array.isArray(specs)) return undefined;
  const texts = (values: readonly unknown[], name: string) => values.flatMap((each) => (isObject(each) && typeof each[name] === 'string' ? [each[name]] : []));
  const fix = isObject(rules) ? rules['fix'] : undefined;
  return {
    uses: texts(patterns, 'use'),
    specs: texts(specs, 'path'),
    output: typeof output === 'string' ? output.replace(/\/$/, '') : undefined,
    format,
    gated: validate === 'error' || validate === 'warn',
    mending: fix === true || (Array.isArray(fix) && fix.length > 0) ? JSON.stringify(rules) : undefined,
    compile: isObject(compile) ? { tsConfig: textOf(compile['tsConfig']), output: textOf(compile['output']) } : undefined,
  };
}

const textOf = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
