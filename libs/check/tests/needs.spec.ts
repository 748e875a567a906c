import fc from 'fast-check';
import { folded, has, needsOf } from '../src/match/needs';
import { wordsOfRegex } from '../src/match/regex-words';

it.each([
  ['^(get|post)$', ['get', 'post']],
  ['(?i)\\bSELECT\\b.+from', ['select']],
  ['(?:https?|ftp)://', ['http', 'ftp']],
  ['(?:https?|ftp):', ['http', 'ftp']],
  ['colou?r', ['colo']],
  ['a(bc)*d', undefined],
  ['[a-z]+_key', ['_key']],
  ['ab+c', ['ab']],
  ['(foo|[a-z])', undefined],
  ['(?<name>token)=', ['token']],
  ['x{0,2}yz', ['yz']],
  ['\\<abc', undefined],
  ['\\b{start}abc', undefined],
  ['\\p{Lu}abc', undefined],
  ['(?x) a b c', undefined],
  ['[[:alpha:]]abc', undefined],
])('%s needs %j', (regex, words) => {
  expect(wordsOfRegex(regex)).toEqual(words);
});

it('tells what matchers need', () => {
  expect(needsOf({ pattern: 'eval($A)' })).toEqual([['eval']]);
  expect(needsOf({ pattern: "$A.open('file')" })).toEqual([['open']]);
  expect(needsOf({ any: [{ pattern: 'f1($A)' }, { all: [{ kind: 'throw_statement' }, { not: { regex: 'x1' } }] }] })).toEqual([['f1', 'throw']]);
  expect(needsOf({ any: [{ pattern: 'f1($A)' }, { kind: 'number' }] })).toEqual([]);
  // Of several lists the one whose words are rare.
  expect(needsOf({ any: [{ pattern: 'f1($A)' }, { kind: 'assignment', has: { regex: '^(password|token)$' } }] })).toEqual([['f1', 'password', 'token']]);
  expect(needsOf({ any: [{ pattern: 'f1($A)' }, { kind: 'function_declaration', has: { regex: '^ab$' } }] })).toEqual([['f1', 'ab']]);
  expect([needsOf({ kind: 'function_declaration' }, {}, 'typescript'), needsOf({ kind: 'function_declaration' }, {}, 'sql'), needsOf({ kind: 'function_declaration' })]).toEqual([[['function']], [], []]);
  expect(needsOf({ matches: 'a' }, { a: { matches: 'b' }, b: { matches: 'a', pattern: 'deep()' } })).toContainEqual(['deep']);
});

it('law: where a regular expression matches, what it needs is there', () => {
  const piece = fc.constantFrom('a', 'b', 'ab', 'AB', '.', '\\w', '\\.', '[ab]', '[^a]', '(ab|ba)', '(?:aa|b)', '(a|)', 'a*', 'b+', '(ab)?', 'a{2}', '(ba){0,1}', '\\b', 's', '|');
  const regex = fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(regex, fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'B', '.', 's', ' '), maxLength: 14 }), (source, text) => {
      fc.pre(new RegExp(source, 'i').test(text));
      const words = wordsOfRegex(source);
      expect(words === undefined || has(folded(text), [words])).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
