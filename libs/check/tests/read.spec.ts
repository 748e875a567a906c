import { describe as sentences } from '@nx-conductor/core';
import { readRules } from '../src/rule/read';

const SOUND = `id: no-debugger
version: 2
kinds: [typescript, tsx]
severity: error
confidence: 0.9
message: debugger is left
help: remove it
rule: { kind: debugger_statement }
fix: ''
valid: ['const a = 1']
invalid:
  - code: debugger
    fixed: ''
`;

const told = (text: string) => readRules([{ file: 'r.yml', text }]).failures.map((failure) => {
  const { file, line, message, hint } = sentences(failure);
  return `${file}:${line} ${message}${hint?.startsWith('did you') ? ` (${hint})` : ''}`;
});

it('reads a rule as data, with its place', () => {
  const { rules, failures } = readRules([{ file: 'r.yml', text: `# rules\n---\n${SOUND}` }]);
  expect(failures).toEqual([]);
  expect(rules).toEqual([
    {
      id: 'no-debugger', version: 2, kinds: ['typescript', 'tsx'], severity: 'error', confidence: 0.9, message: 'debugger is left', help: 'remove it',
      look: { kind: 'match', rule: { kind: 'debugger_statement' } }, fix: { template: '' }, structural: false, files: [], ignores: [], language: 'typescript',
      valid: ['const a = 1'], invalid: [{ code: 'debugger', fixed: '' }], place: { file: 'r.yml', line: 3, column: 1 }, digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  ]);
  expect(JSON.parse(JSON.stringify(rules))).toEqual(rules);
});

it('tells a bad rule with file, line and reason, and hides no other', () => {
  const bad = SOUND.replace('severity: error', 'severty: error');
  const { rules, failures } = readRules([{ file: 'a.yml', text: `${bad}---\n: :\n  - [\n---\n${SOUND}` }]);
  expect(rules.map(({ id }) => id)).toEqual(['no-debugger']);
  expect(failures.map(({ code }) => code).sort()).toEqual(['invalid-value', 'syntax', 'unknown-key']);
  expect(told(`${bad}---\n${SOUND}`)).toContain('r.yml:4 unknown key "severty" (did you mean "severity"?)');
});

it.each([
  ['rule: { kind: debugger_statement }', 'rule: { all: [{ knid: x }] }', 'r.yml:8 unknown key "knid" (did you mean "kind"?)'],
  ['rule: { kind: debugger_statement }', 'rule: { kind: a }\ntext: b', 'r.yml:9 "text" is not acceptable'],
  ['rule: { kind: debugger_statement }', '', 'r.yml:1 "id" is not acceptable'],
  ['[typescript, tsx]', '[http-service]', 'r.yml:3 "kinds" is not acceptable'],
  ['confidence: 0.9', 'confidence: 9', 'r.yml:5 "confidence" is not acceptable'],
  ['rule: {', 'each: { kind: a }\nrule: {', 'r.yml:8 "each" is not acceptable'],
  ["fix: ''", "structural: true\nfix: ''", 'r.yml:9 "structural" is not acceptable'],
  ["fix: ''", '', 'r.yml:13 "fixed" is not acceptable'],
  ["valid: ['const a = 1']", '', 'r.yml:1 "valid" is not acceptable'],
  ['id: no-debugger', 'id: parse', 'r.yml:1 "id" is not acceptable'],
])('refuses %s as %s', (from, to, message) => {
  expect(told(SOUND.replace(from, to))).toEqual([message]);
});

it('lets a rule of the workspace replace a pack’s of the same id, and no other', () => {
  const own = { file: '.conductor/rules/a.yml', text: SOUND };
  const packed = { file: 'pack/a.yml', text: SOUND.replace('version: 2', 'version: 1'), pack: 'typescript' };
  expect(readRules([own, packed])).toEqual(readRules([packed, own]));
  expect(readRules([own, packed])).toMatchObject({ failures: [], rules: [{ version: 2 }] });
  const twice = readRules([own, { ...own, file: '.conductor/rules/b.yml' }]);
  expect(twice.rules.map(({ place }) => place.file)).toEqual(['.conductor/rules/a.yml']);
  expect(twice.failures).toMatchObject([{ code: 'bad-rule', rule: 'no-debugger', place: { file: '.conductor/rules/b.yml', line: 1 } }]);
});

it('remembers files that it has read, by their texts', () => {
  const kept = new Map<string, string>();
  const memo = { read: (key: string) => kept.get(key), write: (key: string, body: string) => void kept.set(key, body) };
  const first = readRules([{ file: 'r.yml', text: SOUND }], memo);
  expect(kept.size).toBe(1);
  expect(readRules([{ file: 'r.yml', text: SOUND }], memo)).toEqual(first);
  expect(kept.size).toBe(1);
  readRules([{ file: 'r.yml', text: `${SOUND}\n# more` }], memo);
  expect(kept.size).toBe(2);
});
