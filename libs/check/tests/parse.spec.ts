import { judge, told } from './rig';

const GOOD: readonly (readonly [language: string, text: string])[] = [
  ['typescript', 'export interface A { readonly b: string }\n'],
  ['tsx', 'export const A = () => <p>hello</p>;\n'],
  ['javascript', 'module.exports = () => 1;\n'],
  ['html', '<!doctype html><p>hello</p>\n'],
  ['css', 'a { color: red; }\n'],
  ['json', '{ "a": [1, 2] }\n'],
  ['python', 'def f(a: int) -> int:\n    return a\n'],
  ['sql', 'CREATE TABLE a (id int PRIMARY KEY);\n'],
];

it.each(GOOD)('%s: approves what parses', (language, text) => {
  expect(judge(text, language)).toEqual({ outcome: 'approved', doubts: [], findings: [], suppressed: [] });
});

it.each(GOOD.map(([language, text]) => [language, text.trimEnd().slice(0, -2)] as const).filter(([language]) => language !== 'python' && language !== 'sql' && language !== 'javascript'))('%s: rejects %j, which is cut off', (language, text) => {
  expect(judge(text, language)).toMatchObject({ outcome: 'rejected', findings: [{ rule: 'parse', severity: 'error', structural: true }] });
});

it.each([
  ['python', 'def f(:\n  pass\n', 'parse 1:7 ""'],
  ['python', 'def f():\n', 'parse 1:9 ""'],
  ['python', 'def f():\n    # to do\n', 'parse 1:9 ""'],
  ['python', 'print "a"\n', 'parse 1:1 "print \\"a\\""'],
  ['python', 'if x:\nfoo()\n', 'parse 1:6 ""'],
  ['sql', 'CREATE TABLE a (id int', 'parse 1:23 ""'],
  ['typescript', 'const a = (1;', 'parse 1:13 ""'],
  ['typescript', 'function f() { return 1;', 'parse 1:25 ""'],
  ['html', '<div></span></div>', 'parse 1:6 "</span>"'],
  ['css', '// no\na {}', 'parse 1:1 "// no"'],
  ['json', '{} {}', 'parse 1:4 "{}"'],
  ['json', '{"a": 01}', 'parse 1:8 "1"'],
])('%s: sees what is wrong with %j', (language, text, finding) => {
  expect(told(text, language)).toContain(finding);
  expect(judge(text, language).outcome).toBe('rejected');
});

it('is not sure of what the grammar of SQL does not know', () => {
  expect(judge('SELECT * FRM x;', 'sql')).toMatchObject({ outcome: 'uncertain', doubts: [{ code: 'low-confidence', rule: 'parse', at: 0 }] });
});

it.each([
  ['typescript', '// export function create() { try { } catch { } }\n/* async await test */\n'],
  ['typescript', '"use strict"; `function`; create; a.b;\n'],
  ['python', '"""def create(): pass"""\n# class A:\n'],
  ['python', ''],
  ['json', ''],
  ['sql', '-- CREATE TABLE a\n'],
  ['css', '/* a {} */'],
  ['html', '<!-- <p> --> p'],
])('%s: never approves a file without code: %j', (language, text) => {
  expect(judge(text, language, `kinds: [${language}]\nrequire: true\nrule: { regex: nothing-has-this }`)).toEqual({ outcome: 'uncertain', doubts: [{ code: 'no-code' }], findings: [], suppressed: [] });
});

it('says that it does not know other languages', () => {
  expect(judge('a', undefined)).toMatchObject({ outcome: 'uncertain', doubts: [{ code: 'unknown-language' }] });
  expect(judge('a', 'cobol')).toMatchObject({ outcome: 'uncertain', doubts: [{ code: 'unknown-language' }] });
});

it('asks no rule of a text that does not parse', () => {
  expect(told('const a = (eval("1");', 'typescript', 'kinds: [typescript]\nrule: { pattern: eval($A) }')).toEqual(['parse 1:21 ""']);
});
