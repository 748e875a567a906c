import { describe, type Failure } from '@nx-conductor/core';
import { frame } from './frame';
import type { Paint } from './io';
import type { SourceLine } from './source-line';

/** Most failures that are told one by one. */
const MOST = 20;

/** Stand for findings that were told by themselves, each with its line. */
const SUMS: ReadonlySet<string> = new Set(['compile-failed', 'typecheck-failed', 'rejected', 'uncertain']);

/** Failures for people: where, with the line of the source; what; what was expected and came; what to do. */
export function failureText(failures: readonly Failure[], paint: Paint, sourceLine: SourceLine, severity: 'error' | 'warning' = 'error'): string {
  const colour = severity === 'error' ? paint.red : paint.yellow;
  const distinct = groupAlike(failures);
  const told = distinct.slice(0, MOST).map(({ failure, others }) => {
    const { code, message, file, line, column, expected, received, hint, diff } = describe(failure);
    const place = [file, line, column].filter((part) => part !== undefined).join(':');
    const source = file === undefined || line === undefined || SUMS.has(code) ? undefined : sourceLine(file, line);
    const lines = [
      `${colour(`${severity}[${code}]`)} ${place === '' ? '' : `${paint.bold(place)}: `}${message}`,
      ...(source === undefined || line === undefined ? [] : frame(source, line, column, undefined, paint)),
      ...(code !== 'usage' && expected !== undefined ? [`  expected  ${expected}`] : []),
      ...(code !== 'usage' && received !== undefined ? [`  received  ${received}`] : []),
      ...(hint === undefined ? [] : [`  hint      ${hint}`]),
      ...(others > 0 ? [`  … and for ${others} more ${others === 1 ? 'item' : 'items'}`] : []),
      ...(diff ? [diff.trimEnd()] : []),
    ];
    return `${lines.join('\n')}\n`;
  });
  return told.join('') + (distinct.length > MOST ? `… and ${distinct.length - MOST} more\n` : '');
}

/** One mistake in a template fails for every item: it is told once. */
function groupAlike(failures: readonly Failure[]): { readonly failure: Failure; readonly others: number }[] {
  const groups = new Map<string, { readonly failure: Failure; others: number }>();
  for (const [index, failure] of failures.entries()) {
    const key = failure.code === 'template-failed' ? JSON.stringify([failure.place, failure.reason]) : String(index);
    const known = groups.get(key);
    if (known) known.others += 1;
    else groups.set(key, { failure, others: 0 });
  }
  return [...groups.values()];
}

/** The `error` of a `--json` document: the first failure, and all of them when there are several. */
export function failureJson(failures: readonly Failure[]): object | undefined {
  const [first, ...more] = failures.map(describe);
  if (!first) return undefined;
  return more.length === 0 ? first : { ...first, all: [first, ...more].slice(0, 1000) };
}
