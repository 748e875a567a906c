import { describe, type Failure } from '@nx-conductor/core';
import type { Paint } from './io';

/** Most failures that are told one by one. */
const MOST = 20;

/** Failures for people: where, what, what was expected and came, what to do. */
export function failureText(failures: readonly Failure[], paint: Paint, severity: 'error' | 'warning' = 'error'): string {
  const colour = severity === 'error' ? paint.red : paint.yellow;
  const told = failures.slice(0, MOST).map((failure) => {
    const { code, message, file, line, column, expected, received, hint, diff } = describe(failure);
    const place = [file, line, column].filter((part) => part !== undefined).join(':');
    const lines = [
      `${colour(`${severity}[${code}]`)} ${place === '' ? '' : `${paint.bold(place)}: `}${message}`,
      ...(code !== 'usage' && expected !== undefined ? [`  expected  ${expected}`] : []),
      ...(code !== 'usage' && received !== undefined ? [`  received  ${received}`] : []),
      ...(hint === undefined ? [] : [`  hint      ${hint}`]),
      ...(diff ? [diff.trimEnd()] : []),
    ];
    return `${lines.join('\n')}\n`;
  });
  return told.join('') + (failures.length > MOST ? `… and ${failures.length - MOST} more\n` : '');
}

/** The `error` of a `--json` document: the first failure, and all of them when there are several. */
export function failureJson(failures: readonly Failure[]): object | undefined {
  const [first, ...more] = failures.map(describe);
  if (!first) return undefined;
  return more.length === 0 ? first : { ...first, all: [first, ...more].slice(0, 1000) };
}
