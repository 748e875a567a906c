import { resolve } from 'node:path';
import type { Failure, Outcome, Spec } from '@nx-conductor/core';
import { readSpec, type TextAdapterId } from '../src';

/** Files by path relative to a made-up root. Text or bytes. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

const ROOT = resolve('/specs');

/** Reads a spec from files in memory; the first file is the entry. Fails the test when a file is read twice. */
export function read(files: Files, adapter: TextAdapterId = 'openapi'): Outcome<Spec> {
  const counts = new Map<string, number>();
  return readSpec({ adapter, path: resolve(ROOT, Object.keys(files)[0] as string), shown: (path) => path.slice(ROOT.length + 1).replaceAll('\\', '/') }, (path) => {
    counts.set(path, (counts.get(path) ?? 0) + 1);
    if ((counts.get(path) as number) > 1) throw new Error(`${path} was read twice`);
    const name = Object.keys(files).find((file) => resolve(ROOT, file) === path);
    const content = name === undefined ? undefined : files[name];
    return typeof content === 'string' ? Buffer.from(content) : content;
  });
}

/** The spec, or an error that lists the failures. */
export function specOf(files: Files, adapter: TextAdapterId = 'openapi'): Spec {
  const outcome = read(files, adapter);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures, null, 2));
  return outcome.value;
}

/** The failures of a spec that must have some. */
export function failuresOf(files: Files, adapter: TextAdapterId = 'openapi'): readonly Failure[] {
  const outcome = read(files, adapter);
  if (outcome.ok) throw new Error('the spec was read without failures');
  return outcome.failures;
}

/** A small OpenAPI document around what a test is about. */
export function api(parts: object, version = '3.1.0'): string {
  return JSON.stringify({ openapi: version, info: { title: 'Pets', version: '1' }, paths: {}, ...parts }, null, 2);
}
