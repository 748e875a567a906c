import fc from 'fast-check';
import { needsOf } from '../src/match/needs';
import { needsOfRegex } from '../src/match/regex-words';
import { folded, has } from '../src/match/words';
import { engine } from './rig';

it.each([
  ['^(get|post)$', [['get', 'post']]],
  ['(?i)\\bSELECT\\b.+from', [['select'], ['from']]],
  ['(?:https?|ftp)://', [['http', 'ftp'], ['://']]],
  ['(?:https?|ftp):', [['http', 'ftp'], [':']]],
  ['colou?r', [['colo']]],
  ['a(bc)*d', []],
  ['[a-z]+_key', [['_key']]],
  ['ab+c', [['ab']]],
  ['(foo|[a-z])', []],
  ['(?<name>token)=', [['token'], ['=']]],
  ['x{0,2}yz', [['yz']]],
  ['(def |def\\t)\\n', [['def ', 'def\t']]],
  ['(?i)(todo|fixme).{0,20}(add (the )?test|finish)', [['todo', 'fixme'], [[['add '], ['test']], 'finish']]],
  ['[a-z](\u0430|\u041e)|\u03a3x', [['\u0430', '\u043e', '\u03c3x']]],
  ['\u{10400}\u{1f600}?', [['\u{10428}']]],
  ['\\<abc', []],
  ['\\b{start}abc', []],
  ['\\p{Lu}abc', []],
  ['(?x) a b c', []],
  ['[[:alpha:]]abc', []],
])('%s needs %j', (regex, needs) => {
  expect(needsOfRegex(regex)).toEqual(needs);
});

it('tells what matchers need', () => {
  expect(needsOf({ pattern: 'eval($A)' })).toEqual([['eval']]);
  expect(needsOf({ pattern: "$A.open('file')" })).toEqual([['open']]);
  expect(needsOf({ any: [{ pattern: 'f1($A)' }, { all: [{ kind: 'throw_statement' }, { not: { regex: 'x1' } }] }] })).toEqual([['f1', 'throw']]);
  expect(needsOf({ any: [{ pattern: 'f1($A)' }, { kind: 'number' }] })).toEqual([]);
  expect(needsOf({ any: [{ pattern: 'f1($A)' }, { kind: 'assignment', has: { regex: '^(password|token)$' } }] })).toEqual([['f1', [['=', ':'], ['password', 'token']]]]);
  expect(needsOf({ any: [{ pattern: 'f1($A)' }] })).toEqual([['f1']]);
  expect([needsOf({ kind: 'function_declaration' }, {}, 'typescript'), needsOf({ kind: 'function_declaration' }, {}, 'sql'), needsOf({ kind: 'function_declaration' })]).toEqual([[['function']], [], []]);
  expect(needsOf({ matches: 'a' }, { a: { matches: 'b' }, b: { matches: 'a', pattern: 'deep()' } })).toContainEqual(['deep']);
});

it('law: where a regular expression matches, what it needs is there', () => {
  const piece = fc.constantFrom('a', 'b', 'ab', 'AB', '.', '\\w', '\\.', '[ab]', '[^a]', '(ab|ba)', '(?:aa|b)', '(a|)', 'a*', 'b+', '(ab)?', 'a{2}', '(ba){0,1}', '\\b', 's', '|');
  const regex = fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(regex, fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'B', '.', 's', ' '), maxLength: 14 }), (source, text) => {
      fc.pre(new RegExp(source, 'i').test(text));
      expect(has(folded(text), needsOfRegex(source))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

it('law: also where ast-grep passes over the case of letters outside of ASCII', () => {
  const letters = ['\u03c3', '\u03c2', '\u03a3', '\u00b5', '\u03bc', '\u03d0', '\u03b2', '\u017f', 's', '\u212a', 'k', '\u1e9e', '\u00df', '\u0430', '\u0410', '\u1c80', '\u0432', '\u212b', '\u00e5', '\u{10400}', '\u{10428}', '\u0130', '\u0131', 'i'];
  const text = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 4 });
  let matched = 0;
  fc.assert(
    fc.property(text, text, fc.boolean(), (wanted, there, same) => {
      const source = `(?i)${wanted}|(?:${wanted})+x`;
      const written = `a = '${same ? wanted.toUpperCase() + there : there}'`;
      if (!engine.parse('python', written)?.find({ rule: { regex: source } })) return;
      matched++;
      expect(has(folded(written), needsOfRegex(source))).toBe(true);
    }),
    { numRuns: 500 },
  );
  expect(matched).toBeGreaterThan(50);
});
