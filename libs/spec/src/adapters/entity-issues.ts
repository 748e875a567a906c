import { valueAt, type Failure, type Json } from '@nx-conductor/core';
import { pointerTo } from '../refs/pointer-to';
import type { EntityModel } from './entity-model';
import type { $ZodIssue } from 'zod/v4/core';

/** What zod found, as failures. Paths are those of the value that was checked. */
export function issueFailures(file: string, checked: Json, issues: readonly $ZodIssue[], model: EntityModel): Failure[] {
  return issues.flatMap((issue): Failure[] => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ code: 'unknown-key', place: { file, pointer: pointerTo([...path, key]) }, key, known: model.keysAt(issue.path) }));
    }
    const value = valueAt(checked, path);
    const last = path.at(-1);
    const what = last === undefined ? 'the entity model' : `\`${/^\d+$/.test(last) ? `${path.at(-2) ?? ''}[${last}]` : last}\``;
    return [{ code: 'invalid-value', place: { file, pointer: pointerTo(path) }, what, expected: expectedBy(issue), received: shownValue(value) }];
  });
}

function expectedBy(issue: $ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${TYPE_NAMES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'too_small':
      return `at least ${issue.minimum}${issue.origin === 'array' ? ' element' : issue.origin === 'string' ? ' character' : ''}`;
    default:
      return issue.message;
  }
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

function shownValue(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
