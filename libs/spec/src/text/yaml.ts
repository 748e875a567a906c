import { done, failed, type Failure, type Json, type Outcome } from '@nx-conductor/core';
import { measureShared } from './aliases';
import { MAX_DEPTH } from './depth';
import { placeAt } from './place';
import { offsetsOf } from './positions';
import { shownText } from './shown-text';
import type { Source } from './source';

/** Bound on the keys that `<<` may copy, so that merging merged mappings cannot fill the memory. */
const MAX_MERGED_KEYS = 100_000;

/** js-yaml counts a scalar as a level, and the document. What slips through is caught with the depth of aliases. */
const PARSER_LEVELS = 2;

/**
 * The value of a YAML document: YAML 1.2 core schema (no dates, no `yes`/`no`, `014` is fourteen) plus merge keys,
 * which API descriptions use. js-yaml 5 gives the same values as yaml 2 in an eighth of the time (3.7 MB of
 * Stripe: 0.2 s against 1.5 s), refuses duplicate keys and keeps `__proto__` an ordinary key.
 */
export function parseYaml(source: Source): Outcome<Json> {
  const yaml = require('js-yaml') as typeof import('js-yaml');
  let value: unknown;
  try {
    const schema = yaml.CORE_SCHEMA.withTags(yaml.mergeTag);
    value = yaml.load(source.text, { schema, maxDepth: MAX_DEPTH + PARSER_LEVELS, maxTotalMergeKeys: MAX_MERGED_KEYS });
  } catch (error) {
    if (!(error instanceof yaml.YAMLException)) throw error;
    return failed(yamlFailure(source, error));
  }
  const problem = measureShared(value as Json);
  if (problem === undefined) return done(value as Json);
  const { path, ...facts } = problem;
  const [offset] = offsetsOf(source, [path]) as [number];
  return failed({ code: 'invalid-value', place: placeAt(source.file, source.text, offset), ...facts });
}

/** js-yaml says what it met; what it wanted is said here. */
const EXPECTED: readonly (readonly [reason: RegExp, expected: string])[] = [
  [/^duplicated mapping key/, 'each key once in a mapping'],
  [/^tab characters/, 'spaces as indentation, not tabs'],
  [/^deficient indentation/, 'a deeper indentation, or the end of the quote or bracket above'],
  [/indentation/, 'an indentation that fits the lines above (quote a text that contains `: `)'],
  [/within a flow collection/, '`,` or the closing bracket'],
  [/within a (single|double) quoted/, 'the closing quote'],
  [/^unidentified alias/, 'an alias of an anchor that stands above it'],
  [/^unknown .*tag/, 'no tag, or one of the YAML 1.2 core schema'],
  [/^nesting exceeded/, `at most ${MAX_DEPTH} levels of nesting`],
  [/^null byte|non-printable|valid JSON character/, 'printable characters only (write others as escapes in double quotes)'],
  [/complex keys/, 'a key that is a plain text'],
];

function yamlFailure(source: Source, error: { readonly reason: string; readonly mark?: { readonly position: number } }): Failure {
  const { file, text } = source;
  const failure = (offset: number, expected: string, received: string): Failure => {
    return { code: 'syntax', place: placeAt(file, text, offset), language: 'yaml', expected, received };
  };
  if (error.reason.includes('single document')) return failure(secondDocument(text), 'one document in the file', 'a second one, begun by `---`');
  if (error.mark === undefined) return failure(0, 'a value', text.trim() === '' ? 'an empty file' : 'nothing but comments');
  const at = Math.min(error.mark.position, text.length);
  const expected = EXPECTED.find(([reason]) => reason.test(error.reason))?.[1] ?? `valid YAML (${error.reason})`;
  return failure(at, expected, shownText(text.slice(at)));
}

/** Offset of the marker line that begins the second document of a stream. */
function secondDocument(text: string): number {
  const markers = [...text.matchAll(/^---(?=\s|$)/gm)].map((match) => match.index);
  const first = /^(?:\s|#.*|%.*)*---(?=\s|$)/.test(text) ? 1 : 0;
  return markers[first] ?? 0;
}
