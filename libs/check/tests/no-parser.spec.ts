import { fixText } from '../src/fix/fix-text';
import { judgeText } from '../src/judge/judge-text';
import { isLasting } from '../src/outcome/verdict';
import { loadEngine, type Engine } from '../src/parse/engine';
import { prepare } from '../src/match/prepare';
import { testRule } from '../src/examples/test-rule';
import { rulesOf } from './rig';

jest.mock('@ast-grep/lang-json', () => {
  // Who registers parsers first in a process decides for all of it, and other tests share this one.
  const { registerDynamicLanguage } = jest.requireActual<typeof import('@ast-grep/napi')>('@ast-grep/napi');
  const [json, python, sql] = ['json', 'python', 'sql'].map((name) => jest.requireActual<Parameters<typeof registerDynamicLanguage>[0][string]>(`@ast-grep/lang-${name}`));
  if (json && python && sql) registerDynamicLanguage({ json, python, sql });
  return {
    get libraryPath() {
      throw new Error('No parser found. Please ensure the parser is built or a prebuild is available.');
    },
  };
});

/** A platform for which the package of a language has no parser, as that of JSON has none for macOS with Intel processors. */
describe('JSON where there is no parser for it', () => {
  const engine: Engine = loadEngine();
  const RULES = rulesOf("kinds: [json]\nrule: { pattern: 'null' }\nfix: '0'\nvalid: ['1']\ninvalid: ['null']", "kinds: [json]\ntext: secret\nvalid: ['1']\ninvalid: ['secret']");
  const judge = (text: string, rules: typeof RULES = []) => judgeText(engine, text, 'json', rules);

  it('the other parsers are there', () => {
    expect(engine.parse('json', '{}')).toBeUndefined();
    for (const language of ['typescript', 'python', 'sql', 'css'] as const) expect(engine.parse(language, '')).toBeDefined();
  });

  it.each(['{ "a": [1, 2] }\n', '\ufeff[]', '"https://example.org/a/*"'])('%j is approved while no rule asks for more', (text) => {
    expect(judge(text)).toEqual({ outcome: 'approved', doubts: [], findings: [], suppressed: [] });
  });

  it.each([
    ['{\n  "a": 1,\n}', 3, 1],
    ['{} {}', 1, 4],
    ['[1, 2', 1, 6],
  ])('%j is rejected, with its place', (text, line, column) => {
    expect(judge(text, RULES)).toMatchObject({ outcome: 'rejected', doubts: [], findings: [{ rule: 'parse', line, column }] });
  });

  it.each(['{ "a": null, "b": "secret" }', '// a comment\n{}', '{} /* secret */'])('%j is neither rejected nor approved by rules that cannot be asked, and that is not kept', (text) => {
    const verdict = judge(text, RULES);
    expect(verdict).toEqual({ outcome: 'uncertain', doubts: [{ code: 'no-parser', language: 'json' }], findings: [], suppressed: [] });
    expect(isLasting(verdict)).toBe(false);
    expect(fixText(engine, text, 'json', prepare(RULES, 'json'))).toMatchObject({ text, applied: [], regenerate: false });
  });

  it('nothing but space is no code', () => {
    expect(judge(' \n').doubts).toEqual([{ code: 'no-code' }]);
  });

  it('a rule for it is no bad rule', () => {
    expect(RULES.flatMap((rule) => testRule(engine, rule))).toEqual([]);
  });
});
