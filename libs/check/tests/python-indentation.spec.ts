import fc from 'fast-check';
import { indentationFaultIn } from '../src/parse/python-indentation';
import { judge } from './rig';

const whereIn = (text: string): readonly number[] => indentationFaultIn(text, 0.95, (start, end) => ({ start, end, line: text.slice(0, start).split(/\r\n|[\r\n]/).length, column: 1, endLine: 1, endColumn: 1 })).map(({ line }) => line);

const HEAD = 'def f(a: list[int]) -> int:\n';

it.each([
  ['back to where no block stands', `${HEAD}    for b in a:\n        if b:\n            c = 1\n          d = 2\n    return d\n`, 5],
  ['further in than its block', `${HEAD}    c = 1\n      d = 2\n    return d\n`, 3],
  ['further in at the top', 'import os\n  import sys\n', 2],
  ['further in than everything', '  import os\n', 1],
  ['further in behind a block of one line', 'if a: b = 1\n    c = 2\n', 2],
  ['further in behind a call of several lines', 'a = f(\n    1,\n)\n    b = 2\n', 4],
  ['further in behind a line that goes on', 'a = 1 + \\\n  2\n  b = 2\n', 3],
  ['behind a head that a comment follows', 'if a:  # b\n    c = 1\n   # d\n  e = 1\n', 4],
  ['as far as another by the width of a tab', 'if a:\n\tb = 1\n        c = 2\n', 3],
  ['behind a docstring', 'class A:\n    """b\n  c"""\n      d = 1\n', 4],
  ['with carriage returns', 'if a:\r\n    b = 1\r\n  c = 1\r\n', 3],
])('sees a line that is %s', (_name, text, line) => {
  expect(whereIn(text)).toEqual([line]);
  expect(judge(text, 'python')).toMatchObject({ outcome: 'rejected', findings: [{ rule: 'parse', line }] });
});

it.each([
  `${HEAD}    for b in a:\n        if b:\n            c = 1\n        d = 2\n    return d\n`,
  'a = [\n        1,\n  2,\n]\nb = """\n      c\n  d\n"""\ne = 1\n',
  'if a: b = 1\nelse: c = 2\n',
  `${HEAD}    # here\n        # and there\n\n  # and here\n    return 1\n`,
  'a = b + \\\n        c\nd = 1\n',
  'if (a and\n        b):\n    c = 1\n',
  'class A:\n\tdef b(self):\n\t\treturn 1\n\n\tc = 1\n',
  'def f():\n  return 1\ndef g():\n        return 2\n',
  "a = f'{b[\"c\"]}'\nd = 'it\\'s # no comment'  # it's one\ne = 1\n",
  'a = lambda b: (\n    b\n)\nc = {\n  1: 2,\n}\n',
  "match a:\n    case 1:\n        b = 1\n    case _:\n        b = 2\n",
  'try:\n    a()\nexcept ValueError: # b\n    c()\nfinally:\n    d()',
  '\ufeffimport os\n',
])('takes %j', (text) => {
  expect(whereIn(text)).toEqual([]);
  expect(judge(text, 'python').outcome).toBe('approved');
});

it('says nothing of what it does not understand', () => {
  expect(whereIn('a = "b\n  c = 1\n')).toEqual([]);
  expect(whereIn('a = b)\n  c = 1\n')).toEqual([]);
  expect(whereIn('a = (b\n  c = 1\n')).toEqual([]);
});

it('law: blocks within blocks are right however far each is indented, and a line between two of them is not', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 2, max: 6 }), { minLength: 1, maxLength: 6 }), fc.nat(5), (steps, nth) => {
      const columns = steps.reduce<number[]>((all, step) => [...all, (all.at(-1) as number) + step], [0]);
      const lines = [...steps.map((_step, index) => `${' '.repeat(columns[index] as number)}if a:`), `${' '.repeat(columns.at(-1) as number)}b = 1`];
      expect(whereIn(`${lines.join('\n')}\n`)).toEqual([]);
      const back = columns[nth % steps.length] as number;
      expect(whereIn(`${lines.join('\n')}\n${' '.repeat(back)}c = 1\n`)).toEqual([]);
      expect(whereIn(`${lines.join('\n')}\n${' '.repeat(back + 1)}c = 1\n`)).toEqual([lines.length + 1]);
    }),
  );
});
