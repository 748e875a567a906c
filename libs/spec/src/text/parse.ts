import { done, failed, type Json, type Outcome } from '@nx-conductor/core';
import { MAX_DEPTH, nestsTooDeep } from './depth';
import { placeAt } from './place';
import type { Source } from './source';
import { walkJson } from './walk-json';
import { parseYaml } from './yaml';

/**
 * The value that a file holds. `JSON.parse` is tried first, being fast and wordless; only a text that it refuses is
 * read again for the place and the reason. A `.json` file never goes through a YAML parser.
 */
export function parseSource(source: Source): Outcome<Json> {
  if (source.language === 'yaml' && !/^\s*[{[]/.test(source.text)) return parseYaml(source);
  let value: Json;
  try {
    value = JSON.parse(source.text) as Json;
  } catch (error) {
    return source.language === 'yaml' ? parseYaml(source) : failed(jsonFailure(source, error as SyntaxError));
  }
  return nestsTooDeep(value) ? failed(depthFailure(source)) : done(value);
}

function jsonFailure(source: Source, error: SyntaxError) {
  const problem = walkJson(source.text) ?? { offset: 0, expected: 'JSON', received: error.message };
  const { offset, expected, received } = problem;
  return { code: 'syntax', place: placeAt(source.file, source.text, offset), language: 'json', expected, received } as const;
}

function depthFailure(source: Source) {
  return {
    code: 'invalid-value',
    place: placeAt(source.file, source.text, firstTooDeep(source.text)),
    what: 'nesting',
    expected: `at most ${MAX_DEPTH} levels`,
    received: 'more',
  } as const;
}

/** Offset of the first value beyond the deepest level allowed. */
function firstTooDeep(text: string): number {
  let depth = 0;
  let found = -1;
  walkJson(text, {
    open: (_kind, offset) => {
      if (++depth > MAX_DEPTH && found < 0) found = offset;
    },
    close: () => void depth--,
    key: () => undefined,
    scalar: () => undefined,
  });
  return Math.max(0, found);
}
