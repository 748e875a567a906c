import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { isAscii, regexInAscii } from '../src/match/ascii';
import { prepare } from '../src/match/prepare';
import type { Node } from '../src/parse/engine';
import { readRules } from '../src/rule/read';
import { engine, told } from './rig';

/** Whether a regular expression matches the whole of a text; undefined for one that is none. */
function matches(regex: string, text: string): boolean | undefined {
  try {
    return (engine.parse('css', text) as Node).matches({ rule: { regex } });
  } catch {
    return undefined;
  }
}

it.each([
  ['\\bselect\\w+\\s', '(?-u)\\bselect\\w+\\s'],
  ['(?i)[^b-z0-9].', '(?-u)(?i)[\\x00-\\x2f\\x3a-\\x41\\x5b-\\x61\\x7b-\\x7f][\\x00-\\x09\\x0b-\\x7f]'],
  ['(?s).[^]a]', '(?-u)(?s)[\\x00-\\x7f][\\x00-\\x5c\\x5e-\\x60\\x62-\\x7f]'],
  ['\\S\\.[]a][.]\\[\\B', '(?-u)[\\x00-\\x08\\x0e-\\x1f\\x21-\\x7f]\\.[]a][.]\\[(?u:\\B)'],
  ['a(?i:[^a].)', '(?-u)a(?i:(?u:[^a])(?u:.))'],
  ['(?i)a(?-u:\\s)+.(?-u:\\b)', '(?-u)(?i)a\\s+[\\x00-\\x09\\x0b-\\x7f]\\b'],
  ['a{2}{5}', '(?-u)a{2}{5}'],
])('%s is %s in ASCII', (regex, expected) => {
  expect(regexInAscii(regex)).toBe(expected);
});

it.each(['\u00e4|b', '\\p{Lu}', '\\x41', '\\u0041', '(?x) a b', '(?u)\\w', '(?i-u:\\w)', '[[:alpha:]]', '[a-z&&[^b]]', '\\b{start}a', '\\<a', '\\w{101}', '(\\w{11}){1,10}'])('%s stays as it is', (regex) => {
  expect(regexInAscii(regex)).toBe(regex);
});

const piece = fc.constantFrom('a', 'K', 's', '_', '.', '\\.', '\\w', '\\W', '\\s', '\\S', '\\d', '\\D', '\\b', '\\B', '^', '$', '[ab]', '[^a]', '[^\\w ]', '[\\S]', '[\\W\\d]', '[]x]', '[^]x]', '[a-z]', '[.^]', '[\\]-]', '[^\\]]', '[^k]', '(?i:', '(?-u:\\w)', '(?-u:\\b)', '(a|K)', '(?:s|)', '(', ')', '*', '+', '?', '{2}', '{0,3}', '|', '(?i)', '(?s)', '(?m)', '(?-i)', '\\n', '\\t', '\\"', '/', '-', '\n');

it('law: it matches the same texts in ASCII, and is none where the other is none', () => {
  const regex = fc.array(piece, { minLength: 1, maxLength: 7 }).map((parts) => parts.join(''));
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'k', 'K', 's', 'S', 'x', '_', '7', ' ', '\n', '\r', '\v', '\t', '.', ']', '[', '^', '-', '"', '/', '\0', '\x7f'), maxLength: 6 });
  let matched = 0;
  fc.assert(
    fc.property(regex, text, (source, written) => {
      const here = matches(source, written);
      expect([source, written, matches(regexInAscii(source), written)]).toEqual([source, written, here]);
      if (here) matched++;
    }),
    { numRuns: 4000 },
  );
  expect(matched).toBeGreaterThan(400);
});

it('every expression of the standard rules can be said in ASCII, but for those about other alphabets', () => {
  const home = join(__dirname, '..', '..', '..', 'plugins', 'rules-standard', 'rules');
  const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const { rules } = readRules(files.map((file) => ({ file, text: readFileSync(file, 'utf8') })));
  const sources: string[] = [];
  JSON.stringify(rules.map(({ look, utils, constraints }) => ({ look, utils, constraints })), (key, value: unknown) => {
    if (key === 'regex' && typeof value === 'string') sources.push(value);
    return value;
  });
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.filter((source) => matches(regexInAscii(source), 'a') === undefined)).toEqual([]);
  // Of those that repeat a lot, most are asked only where a word stands.
  expect(sources.filter((source) => isAscii(source) && !/-u/.test(source) && !/\{\d{2,}/.test(source) && regexInAscii(source) === source)).toEqual([]);
});

it('leaves rules in their order, with all that they have', () => {
  const { rules } = readRules([{ file: 'a.yml', text: "id: a\nkinds: [typescript]\nseverity: error\nmessage: m\nhelp: h\nvalid: ['']\ninvalid: ['']\nrule: { pattern: 'f($A)' }\nconstraints: { A: { regex: '^\\w+$' } }" }]);
  const ready = prepare(rules, 'typescript');
  const [match] = ready.ascii().matches;
  expect(match).toEqual({ ...ready.matches[0], config: { rule: { pattern: 'f($A)' }, constraints: { A: { regex: '(?-u)^\\w+$' } } } });
  expect(ready.ascii()).toBe(ready.ascii());
});

it('is asked only of texts in ASCII', () => {
  const rule = "kinds: [typescript]\ntext: '(?i)b\\w+k'\nin: [code]";
  expect(told('book; b\u00f6\u00f6k; boo\u212a', 'typescript', rule)).toEqual(['rule-0 1:1 "book"', 'rule-0 1:7 "b\u00f6\u00f6k"', 'rule-0 1:13 "boo\u212a"']);
  expect(told('book; boK', 'typescript', rule)).toEqual(['rule-0 1:1 "book"', 'rule-0 1:7 "boK"']);
});
