import fc from 'fast-check';
import { chooseRules, digestOfRuleSet, type RuleSettings } from '../src/rule/choose';
import { matchesGlob } from '../src/rule/glob';
import { readRules } from '../src/rule/read';

const rule = (id: string, kinds: string, more = '') => `id: ${id}\nkinds: [${kinds}]\nseverity: error\nmessage: m\nhelp: h\ntext: x\nvalid: [a]\ninvalid: [x]\n${more}---\n`;

const { rules } = readRules([
  { file: 'own.yml', text: rule('own', 'typescript') + rule('anywhere', 'test', "ignores: ['old/**']\n") },
  { file: 'sql.yml', text: rule('from-sql', 'sql'), pack: 'sql' },
  { file: 'http.yml', text: rule('from-http', 'typescript, http-service'), pack: 'http-service' },
  { file: 'acme.yml', text: rule('from-acme', 'typescript'), pack: 'acme' },
]);

const chosen = (settings: RuleSettings, path: string, roles: string[] = []) => chooseRules(rules, settings, [{ path, roles }]).ruleSets[0]?.map(({ id, severity }) => `${id} ${severity}`);

it('takes what is for the language and the role, of packs that count', () => {
  expect(chosen({}, 'a.ts')).toEqual(['own error']);
  expect(chosen({}, 'a.ts', ['http-service'])).toEqual(['from-http error', 'own error']);
  expect(chosen({ use: ['acme'] }, 'a.ts', ['http-service'])).toEqual(['from-acme error', 'own error']);
  expect(chosen({}, 'a.sql')).toEqual(['from-sql error']);
  expect(chosen({ use: [] }, 'a.sql')).toEqual([]);
  expect(chosen({}, 'notes.md')).toEqual([]);
});

it('knows tests by their names', () => {
  for (const path of ['a.test.ts', 'x/a.spec.tsx', 'test_a.py', 'x/a_test.py', '__tests__/deep/a.txt']) expect(chosen({}, path)).toContain('anywhere error');
  for (const path of ['a.ts', 'contest.py', 'old/a.test.ts']) expect(chosen({}, path) ?? []).not.toContain('anywhere error');
});

it('sets severities by project and by path, the later override winning', () => {
  const settings: RuleSettings = { set: { own: 'warning' }, overrides: [{ files: ['models/**'], set: { own: 'off' } }, { files: ['models/a.ts'], set: { own: 'info' }, kinds: ['http-service'] }] };
  expect(chosen(settings, 'a.ts')).toEqual(['own warning']);
  expect(chosen(settings, 'models/b.ts')).toEqual([]);
  expect(chosen(settings, 'models/a.ts')).toEqual(['from-http error', 'own info']);
});

it('gives files with the same rules one set, and a digest that tells sets apart', () => {
  const { ruleSets, of } = chooseRules(rules, { overrides: [{ files: ['w.ts'], set: { own: 'warning' } }] }, ['a.ts', 'b.ts', 'w.ts', 'c.sql', 'd.tsx'].map((path) => ({ path })));
  expect(of).toEqual([0, 0, 1, 2, 3]);
  expect(new Set(ruleSets.map(digestOfRuleSet)).size).toBe(4);
});

it.each([
  ['**/*.ts', 'a.ts', true],
  ['**/*.ts', 'a/b/c.ts', true],
  ['*.ts', 'a/b.ts', false],
  ['models/**', 'models/a/b.ts', true],
  ['models/**', 'model/a.ts', false],
  ['a/**/z.{ts,js}', 'a/z.js', true],
  ['a/**/z.{ts,js}', 'a/b/c/z.py', false],
  ['[id].ts', '[id].ts', true],
  ['a?c*e', 'abcde', true],
  ['a{b', 'a{b', true],
  ['', 'a', false],
])('glob %s on %s: %s', (glob, path, expected) => {
  expect(matchesGlob(glob, path)).toBe(expected);
});

it('agrees with a regular expression on random globs, and is quick on hostile ones', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '/', '.'), maxLength: 12 });
  const glob = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '?', '.'), maxLength: 8 }).filter((each) => !each.includes('**'));
  fc.assert(
    fc.property(glob, text, (pattern, path) => {
      const source = [...pattern].map((char) => (char === '*' ? '[^/]*' : char === '?' ? '[^/]' : `\\${char}`)).join('').replace(/\\([ab])/g, '$1');
      expect(matchesGlob(pattern, path)).toBe(new RegExp(`^${source}$`).test(path));
    }),
    { numRuns: 300 },
  );
  expect(matchesGlob(`${'*a'.repeat(200)}b`, 'a'.repeat(20_000))).toBe(false);
  expect(matchesGlob('{a,b}'.repeat(40), 'x')).toBe(false);
});
