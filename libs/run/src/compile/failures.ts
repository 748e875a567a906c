import type { Finding } from '@nx-conductor/compile';
import { DiskError, type Failure } from '@nx-conductor/core';
import type { Project } from '../project/project';

/** One failure that stands for all errors among findings; these are told by themselves. */
export function failureOf(findings: readonly Finding[], code: 'compile-failed' | 'typecheck-failed'): Failure[] {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (!first) return [];
  const { file, line, column } = first;
  const place = { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
  return [{ code, place, errors: errors.length, files: new Set(errors.map((each) => each.file)).size, first: `${first.message} [${first.code}]` }];
}

/** A tsconfig that selects nothing. */
export const noSources = (project: Project, tsconfig: string): Failure => ({ code: 'missing-file', place: { file: project.shown(tsconfig) }, wanted: 'a source ("files" and "include" mean none, or nothing was generated yet)' });

/** The disk's refusals are facts about the machine; everything else thrown is a bug and goes on. */
export async function refusalsAsFailures<T extends { readonly failures: readonly Failure[] }>(project: Project, work: () => Promise<Partial<T>>): Promise<Partial<T> | { readonly failures: readonly Failure[] }> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
    return { failures: [{ code: 'disk', place: { file: project.shown(error.path) }, operation: error.operation, errno: error.errno }] };
  }
}
