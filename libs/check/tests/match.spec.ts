import { judge, rulesOf, told, engine } from './rig';
import { judgeText } from '../src/judge/judge-text';

/** The same thing in each language, behind emoji, line ends of both kinds and a byte order mark. */
const CASES: readonly (readonly [language: string, comment: (text: string) => string, code: string, rule: string])[] = [
  ['typescript', (text) => `// ${text}`, 'debugger;', 'kind: debugger_statement'],
  ['tsx', (text) => `// ${text}`, 'debugger;', 'kind: debugger_statement'],
  ['javascript', (text) => `// ${text}`, 'debugger;', 'kind: debugger_statement'],
  ['html', (text) => `<!-- ${text} -->`, '<b>é</b>', "kind: element, has: { kind: start_tag, has: { kind: tag_name, regex: '^b$' } }"],
  ['css', (text) => `/* ${text} */`, 'a { color: red }', 'kind: rule_set'],
  ['json', (text) => `/* ${text} */`, '{ "é": 1 }', 'kind: object'],
  ['python', (text) => `# ${text}`, 'del a', 'kind: delete_statement'],
  ['sql', (text) => `-- ${text}`, 'DROP TABLE a', 'kind: drop_table'],
];

it.each(CASES)('%s: tells places in code units, whatever stands before', (language, comment, code, rule) => {
  for (const [lead, line, column] of [['', 1, 1], [`${comment('😀')}\n`, 2, 1], [`\uFEFF${comment('é😀')}\r\n\r\n`, 3, 1], [`\r\n  ${comment('x')}\r\n`, 3, 1]] as const) {
    const text = `${lead}${code}\r\n`;
    const { findings } = judge(text, language, `kinds: [${language}]\nrule: { ${rule} }`);
    expect(findings).toMatchObject([{ line, column, start: lead.length }]);
    expect(text.slice(findings[0]?.start, findings[0]?.end)).toBe(code);
  }
});

it('counts columns behind an emoji as editors do, and the byte order mark not at all', () => {
  expect(told('\uFEFFconst a = "😀"; eval(a)', 'typescript', 'kinds: [typescript]\nrule: { pattern: eval($A) }')).toEqual(['rule-0 1:17 "eval(a)"']);
});

it('finds all matches of all rules in one go, each with its own metavariables', () => {
  const rules = ['rule: { pattern: f($A) }', 'rule: { kind: call_expression }', 'rule: { matches: call }\nutils: { call: { pattern: g($A) } }', 'rule: { pattern: $F(2) }\nconstraints: { F: { regex: ^g$ } }', 'rule: { pattern: never($A) }', "rule: { regex: '^\\?\\?$' }"];
  const found = told('f(1); g(2); h() ?? 1;', 'typescript', ...rules.map((rule) => `kinds: [typescript]\n${rule}`));
  expect(found).toEqual(['rule-0 1:1 "f(1)"', 'rule-1 1:1 "f(1)"', 'rule-1 1:7 "g(2)"', 'rule-2 1:7 "g(2)"', 'rule-3 1:7 "g(2)"', 'rule-1 1:13 "h()"', 'rule-5 1:17 "??"']);
});

it('is none the worse for a rule that cannot be asked for', () => {
  const verdict = judge('f(1);', 'typescript', 'kinds: [typescript]\nrule: { kind: no_such_kind }', 'kinds: [typescript]\nrule: { pattern: f($A) }');
  expect(verdict.findings).toMatchObject([{ rule: 'rule-1' }]);
  expect(verdict.doubts).toMatchObject([{ code: 'rule-failed', rule: 'rule-0' }]);
});

it('names what metavariables matched in messages', () => {
  const messages = (text: string, message: string, pattern = 'call($A, $$$REST)') => judge(text, 'typescript', `kinds: [typescript]\nmessage: ${message}\nrule: { pattern: '${pattern}' }`).findings.map((finding) => finding.message);
  expect(messages('call(a, b, c)', 'first $A, then $$$REST, not $OTHER, $5')).toEqual(['first a, then b, c, not $OTHER, $5']);
  expect(messages('call({\n  a: 1\n})', 'was $A', 'call($A)')).toEqual(['was {…']);
});

describe('requirements', () => {
  const REQUIRED = 'kinds: [typescript]\nrequire: true\nrule: { pattern: close($A) }';

  it('are met by a match anywhere', () => {
    expect(judge('open(a); close(a)', 'typescript', REQUIRED).outcome).toBe('approved');
    expect(judge('open(a)', 'typescript', REQUIRED)).toMatchObject({ outcome: 'rejected', findings: [{ rule: 'rule-0', line: 1, column: 1, start: 0, end: 0 }] });
  });

  it('with "when" hold only where that matches, and are told there', () => {
    const when = `${REQUIRED}\nwhen: { pattern: open($A) }\nmessage: $A stays open`;
    expect(judge('let a = 1', 'typescript', when).outcome).toBe('approved');
    expect(judge('let a = 1; open(a)', 'typescript', when).findings).toMatchObject([{ message: 'a stays open', start: 11, end: 18 }]);
  });

  it('with "each" hold for every match of it', () => {
    const each = "kinds: [typescript]\nrequire: true\neach: { pattern: open($A), inside: { kind: expression_statement } }\nrule: { inside: { kind: expression_statement, precedes: { has: { pattern: close($A) }, stopBy: end } } }";
    expect(told('open(a); open(b);\nclose(a);', 'typescript', each)).toEqual(['rule-0 1:10 "open(b)"']);
  });

  it('of low confidence make a file uncertain, and warnings decide nothing', () => {
    expect(judge('open(a)', 'typescript', `${REQUIRED}\nconfidence: 0.5`)).toMatchObject({ outcome: 'uncertain', doubts: [{ code: 'low-confidence', rule: 'rule-0', at: 0 }] });
    expect(judge('open(a)', 'typescript', `${REQUIRED}\nseverity: warning`)).toMatchObject({ outcome: 'approved', findings: [{ severity: 'warning' }] });
  });
});

describe('text rules', () => {
  const text = '// 😀 TODO a\r\nconst todo = "TODO b";\r\n  /* TODO c */ TODO();\n';

  it.each([
    ['', ['3:16']],
    ['in: [comments]', ['1:7', '3:6']],
    ['in: [strings]', ['2:15']],
    ['in: [code, comments, strings]', ['1:7', '2:15', '3:6', '3:16']],
  ])('look where they are told to: %j', (where, places) => {
    for (const language of ['typescript', 'tsx', 'javascript']) expect(told(text, language, `kinds: [${language}]\ntext: TODO\n${where}`)).toEqual(places.map((place) => `rule-0 ${place} "TODO"`));
  });

  it('have the places of a text that begins with space, and of one that is not parsed', () => {
    expect(told(`\uFEFF\n\n   {\n      TODO;\n   }\n`, 'typescript', 'kinds: [typescript]\ntext: TODO|\\}')).toEqual(['rule-0 4:7 "TODO"', 'rule-0 5:4 "}"']);
    expect(told(' \n key: TODO\n\t- it’s "TODO\n', undefined, 'kinds: [any-file]\ntext: (?i)todo')).toEqual(['rule-0 2:7 "TODO"', 'rule-0 3:10 "TODO"']);
    expect(told('\u0001TODO\u0002', undefined, 'kinds: [any-file]\ntext: TODO')).toEqual(['rule-0 1:2 "TODO"']);
  });

  it('can be required', () => {
    const licence = 'kinds: [typescript]\ntext: Copyright\nin: [comments]\nrequire: true';
    expect(judge('// Copyright\nlet a = 1', 'typescript', licence).outcome).toBe('approved');
    expect(judge('let Copyright = 1', 'typescript', licence).outcome).toBe('rejected');
  });

  it('take linear time, and a bad expression is told', () => {
    expect(told(`let a = "${'a'.repeat(30_000)}!"`, 'typescript', 'kinds: [typescript]\ntext: (a*)*(a|aa)+$\nin: [strings]')).toEqual([]);
    expect(judge('let a = 1', 'typescript', 'kinds: [typescript]\ntext: (a').doubts).toMatchObject([{ code: 'rule-failed', rule: 'rule-0' }]);
    expect(judge('let a = 1', 'typescript', 'kinds: [typescript]\ntext: (a').doubts).toMatchObject([{ reason: 'the regular expression is wrong at character 1, `(a`: unclosed group' }]);
    expect(judge('let a = 1', 'typescript', 'kinds: [typescript]\ntext: "a\\nb(?=c)"').doubts).toMatchObject([{ reason: 'the regular expression is wrong at line 2, character 2, `b(?=c)`: look-around, including look-ahead and look-behind, is not supported' }]);
    expect(judge('let a = 1', 'typescript', "kinds: [typescript]\nrule: { kind: identifier, regex: '[z-a]' }").doubts).toMatchObject([{ reason: 'the regular expression is wrong at character 2, `[z-a]`: invalid character class range, the start must be <= the end' }]);
  });
});

it('does not depend on the order of the rules', () => {
  const rules = rulesOf('kinds: [typescript]\nrule: { pattern: f($A) }', 'kinds: [typescript]\nrule: { kind: call_expression }', 'kinds: [typescript]\ntext: f', 'kinds: [typescript]\nrequire: true\nrule: { pattern: g($A) }');
  const text = 'f(f(1)); // conductor-ignore rule-1: nested\nf(2)';
  expect(judgeText(engine, text, 'typescript', [...rules].reverse())).toEqual(judgeText(engine, text, 'typescript', rules));
});
