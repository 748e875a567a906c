import { judge, told } from './rig';

const RULES = ['kinds: [typescript, tsx, javascript]\nrule: { kind: debugger_statement }', 'kinds: [typescript]\nrule: { pattern: eval($A) }\nseverity: warning'];

const of = (text: string) => {
  const { findings, suppressed } = judge(text, 'typescript', ...RULES);
  return { told: findings.map(({ rule, line }) => `${rule} ${line}`), suppressed: suppressed.map(({ rule, line }) => `${rule} ${line}`) };
};

it.each([
  ['debugger; // conductor-ignore rule-0: a reason\ndebugger;', ['rule-0 2'], ['rule-0 1']],
  ['// conductor-ignore rule-0: a reason\ndebugger;\ndebugger;', ['rule-0 3'], ['rule-0 2']],
  ['/* conductor-ignore rule-0: a reason */\r\ndebugger;', [], ['rule-0 2']],
  ['/*\n * conductor-ignore rule-0: a reason\n */\ndebugger;', [], ['rule-0 4']],
  ['/* conductor-ignore rule-0: a reason */ debugger;\ndebugger;', ['rule-0 2'], ['rule-0 1']],
  ['// conductor-ignore rule-0: one\n// conductor-ignore rule-1: other\ndebugger; eval(1)', [], ['rule-0 3', 'rule-1 3']],
  ['// conductor-ignore rule-0, rule-1: both\ndebugger; eval(1)', [], ['rule-0 2', 'rule-1 2']],
  ['debugger;\n\neval(1)\n// conductor-ignore-file rule-0: old code\ndebugger', ['rule-1 3'], ['rule-0 1', 'rule-0 5']],
  ['// conductor-ignore rule-0\ndebugger;', ['suppression-without-reason 1', 'rule-0 2'], []],
  ['// conductor-ignore rule-0:   \ndebugger;', ['suppression-without-reason 1', 'rule-0 2'], []],
  ['// conductor-ignore: a reason\ndebugger;', ['suppression-without-reason 1', 'rule-0 2'], []],
  ['// conductor-ignore rule-1: nothing there\ndebugger;', ['unused-suppression 1', 'rule-0 2'], []],
  ['// conductor-ignore rule-0, rule-1: half\ndebugger;', ['unused-suppression 1'], ['rule-0 2']],
  ['const a = "conductor-ignore rule-0: in a string"; debugger', ['rule-0 1'], []],
  ['// conductor-ignored rule-0: no\ndebugger', ['rule-0 2'], []],
])('%j', (text, expected, suppressed) => {
  expect(of(text)).toEqual({ told: expected, suppressed });
});

it.each([
  ['{/* conductor-ignore rule-0: r */}\n    <b>{shout(1)}</b>', 3],
  ['{\n      /* conductor-ignore rule-0: r */\n    }\n    <b>{shout(1)}</b>', 5],
  ['{/* conductor-ignore rule-0: r */}\n    {/* conductor-ignore rule-1: other */}\n    <b>{shout(1)}</b>', 4],
  ['<b>{shout(1)}</b> {/* conductor-ignore rule-0: r */}', 2],
  ['{shout(1) /* conductor-ignore rule-0: r */}', 2],
  ['{\n      // conductor-ignore rule-0: r\n      shout(1)\n    }', 4],
])('in JSX, with the braces that a comment needs there: %j', (inner, line) => {
  const { findings, suppressed } = judge(`const a = <div>\n    ${inner}\n    <i>{shout(2)}</i>\n  </div>;\n`, 'tsx', "kinds: [tsx]\nrule: { pattern: 'shout($A)' }");
  expect(suppressed.map((each) => each.line)).toEqual([line]);
  expect(findings.filter(({ rule }) => rule === 'rule-0')).toHaveLength(1);
});

it('lets what is left decide', () => {
  expect(judge('debugger; // conductor-ignore rule-0: here it is meant', 'typescript', ...RULES).outcome).toBe('approved');
  expect(judge('debugger; // conductor-ignore rule-0', 'typescript', ...RULES).outcome).toBe('rejected');
});

it.each([
  ['python', '# conductor-ignore rule-0: r\ndel a\n', 'delete_statement'],
  ['sql', '-- conductor-ignore rule-0: r\nDROP TABLE a;', 'drop_table'],
  ['sql', '/* conductor-ignore rule-0: r */\nDROP TABLE a;', 'drop_table'],
  ['html', '<!-- conductor-ignore rule-0: r -->\n<p></p>', 'element'],
  ['css', '/* conductor-ignore rule-0: r */\na {}', 'rule_set'],
  ['javascript', '// conductor-ignore rule-0: r\ndebugger', 'debugger_statement'],
  ['tsx', '// conductor-ignore rule-0: r\ndebugger', 'debugger_statement'],
  ['json', '// conductor-ignore rule-0: r\n{}', 'object'],
])('works in the comments of %s', (language, text, kind) => {
  expect(judge(text, language, `kinds: [${language}]\nrule: { kind: ${kind} }`)).toMatchObject({ outcome: 'approved', findings: [], suppressed: [{ rule: 'rule-0', line: 2 }] });
});

it('cannot hold back that a text does not parse', () => {
  expect(told('// conductor-ignore-file parse: please\nconst a = (', 'typescript')).toContain('unused-suppression 1:4 "conductor-ignore-file parse: please"');
  expect(judge('// conductor-ignore-file parse: please\nconst a = (', 'typescript').outcome).toBe('rejected');
});
