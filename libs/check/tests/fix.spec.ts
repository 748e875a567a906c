import { testRule } from '../src/examples/test-rule';
import fc from 'fast-check';
import { applyEdits, chooseEdits } from '../src/fix/edits';
import { fixText } from '../src/fix/fix-text';
import { judgeText } from '../src/judge/judge-text';
import { prepare } from '../src/match/prepare';
import type { Finding } from '../src/finding';
import type { Language } from '../src/language';
import { engine, rulesOf } from './rig';

const fix = (text: string, language: Language, ...documents: readonly string[]) => fixText(engine, text, language, prepare(rulesOf(...documents), language));

it.each([
  ['f(a)', "pattern: f($A)", "'g($A, $A)'", 'g(a, a)'],
  ['f(a, "😀",  b); x', 'pattern: f($$$ALL)', "'g($$$ALL)'", 'g(a, "😀",  b); x'],
  ['f()', 'pattern: f($$$ALL)', "'g($$$ALL)'", 'g()'],
  ['\uFEFFa;\r\nf(1)\r\n', 'pattern: f($A)', "'h($A)'", '\uFEFFa;\r\nh(1)\r\n'],
  ['f(1)', 'pattern: f($A)', "'h($OTHER, $5, $A)'", 'h($OTHER, $5, 1)'],
  ['f(1); g(2)', 'any: [{ pattern: f($A) }, { pattern: g($B) }]', "'h($A$B)'", 'h(1); h(2)'],
  // Lines are indented as the match is, and what was in the match moves along.
  ['if (a) {\n    f({\n        b: 1,\n    });\n}', 'pattern: f($A)', '"try {\\n  g($A);\\n} finally {\\n  h();\\n}"', 'if (a) {\n    try {\n      g({\n          b: 1,\n      });\n    } finally {\n      h();\n    };\n}'],
  ['\tf(1);\r\n', 'pattern: f($A)', '"a;\\n\\nb($A)"', '\ta;\r\n\r\n\tb(1);\r\n'],
  // A text of several lines stays as it is.
  ['  f(`a\n  b`, {\n    c\n  })', 'pattern: f($$$ALL)', '"if (x) {\\n  g($$$ALL);\\n}"', '  if (x) {\n    g(`a\n  b`, {\n      c\n    });\n  }'],
])('%j by %s → %s', (text, rule, template, fixed) => {
  const result = fix(text, 'typescript', `kinds: [typescript]\nrule: { ${rule} }\nfix: ${template}`);
  expect(result).toMatchObject({ text: fixed, undone: false, overlapping: [] });
  expect(result.applied).not.toEqual([]);
});

it('replaces what stands beside the match when it is told to', () => {
  const drop = "kinds: [typescript]\nrule: { kind: pair, has: { field: key, regex: ^drop$ } }\nfix: { template: '', expandEnd: { regex: ',' } }";
  expect(fix('x = { a: 1, drop: 2, b: 3 }', 'typescript', drop).text).toBe('x = { a: 1,  b: 3 }');
  expect(fix('x = { a: 1, drop: 2 }', 'typescript', drop).text).toBe('x = { a: 1,  }');
  const before = drop.replace('expandEnd', 'expandStart');
  expect(fix('x = { a: 1, drop: 2 }', 'typescript', before).text).toBe('x = { a: 1 }');
});

it('does not end for edits that undo each other, but after three rounds', () => {
  const result = fix('f(1)', 'typescript', 'kinds: [typescript]\nrule: { pattern: f($A) }\nfix: g($A)', 'kinds: [typescript]\nrule: { pattern: g($A) }\nfix: f($A)');
  expect(result).toMatchObject({ text: 'g(1)', rounds: 3, undone: false, regenerate: true });
});

it('tells overlaps: the first wins, the other one’s turn may come', () => {
  const inner = 'kinds: [typescript]\nrule: { pattern: f($A) }\nfix: g($A)';
  expect(fix('f(f(f(1)))', 'typescript', inner)).toMatchObject({ text: 'g(g(g(1)))', rounds: 3, overlapping: [] });
  expect(fix('f(f(f(f(1))))', 'typescript', inner)).toMatchObject({ text: 'g(g(g(f(1))))', rounds: 3, overlapping: [], regenerate: true });
  const both = fix('f(1)', 'typescript', 'kinds: [typescript]\nrule: { pattern: f($A) }\nfix: "$A; f($A)"', 'kinds: [typescript]\nrule: { kind: number }\nfix: "2"');
  expect(both.overlapping).not.toEqual([]);
});

it('undoes a round that leaves a text which does not parse, and asks for a new one', () => {
  const result = fix('f(1); g(2)', 'typescript', 'kinds: [typescript]\nrule: { pattern: f($A) }\nfix: "f(("');
  expect(result).toMatchObject({ text: 'f(1); g(2)', applied: [], rounds: 1, undone: true, regenerate: true });
});

it('says that what no edit can mend must be generated anew', () => {
  expect(fix('f(1)', 'typescript', 'kinds: [typescript]\nrule: { pattern: f($A) }\nstructural: true')).toMatchObject({ rounds: 0, regenerate: true });
  expect(fix('const a = (', 'typescript')).toMatchObject({ text: 'const a = (', rounds: 0, regenerate: true });
  expect(fix('a', 'typescript', 'kinds: [typescript]\nrule: { pattern: f($A) }')).toMatchObject({ rounds: 0, regenerate: false });
});

it('leaves alone what a comment holds back', () => {
  expect(fix('f(1) // conductor-ignore rule-0: wanted\nf(2)', 'typescript', 'kinds: [typescript]\nrule: { pattern: f($A) }\nfix: g($A)').text).toBe('f(1) // conductor-ignore rule-0: wanted\ng(2)');
});

it('mends text rules too', () => {
  expect(fix('// TODO 😀 TODO\nlet a = 1', 'typescript', 'kinds: [typescript]\ntext: TODO\nin: [comments]\nfix: later').text).toBe('// later 😀 later\nlet a = 1');
});

const finding = (start: number, end: number, text: string) => ({ rule: 'r', start, end, fix: { start, end, text } }) as Finding;
const shown = (each: unknown): string => JSON.stringify(each);
const edits = fc.array(fc.tuple(fc.nat(40), fc.nat(6), fc.string({ maxLength: 4 })), { maxLength: 8 }).map((list) => list.map(([start, length, text]) => finding(start, Math.min(40, start + length), text)));

it('law: edits that are chosen never overlap, none is lost, and no character outside them changes', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 40, maxLength: 40, unit: fc.constantFrom('a', 'é', '\ud83d', '\ude00', '\n') }), edits, (text, findings) => {
      const { applied, overlapping } = chooseEdits(findings);
      expect([...applied, ...overlapping].map(shown).sort()).toEqual(findings.map(shown).sort());
      const unique = [...new Map(applied.map(({ fix: edit }) => [JSON.stringify(edit), edit as NonNullable<Finding['fix']>])).values()].sort((a, b) => a.start - b.start || a.end - b.end);
      let [at, rest] = [0, applyEdits(text, applied.map(({ fix: edit }) => edit as NonNullable<Finding['fix']>))];
      for (const edit of unique) {
        expect(edit.start).toBeGreaterThanOrEqual(at);
        const kept = text.slice(at, edit.start) + edit.text;
        expect(rest.startsWith(kept)).toBe(true);
        rest = rest.slice(kept.length);
        at = edit.end;
      }
      expect(rest).toBe(text.slice(at));
    }),
    { numRuns: 300 },
  );
});

const line = fc.constantFrom('f(1);', 'g(f(2));', 'debugger;', '// conductor-ignore rule-1: reason', '// 😀', 'f(3); // conductor-ignore rule-0: there', '`f(${f(4)}\n  debugger`;', '', '  debugger', 'eval(f(f(5)))', 'const (');
const program = fc.array(line, { maxLength: 10 }).chain((lines) => fc.constantFrom('\n', '\r\n').map((eol) => lines.join(eol)));
const RULES = ['kinds: [typescript]\nrule: { pattern: f($A) }\nfix: h($A)', 'kinds: [typescript]\nrule: { kind: debugger_statement }\nfix: ""\nseverity: warning', 'kinds: [typescript]\ntext: "[0-9]"\nseverity: info', 'kinds: [typescript]\nrequire: true\nrule: { pattern: f($A) }\nconfidence: 0.5'];

it('laws of any program: findings lie inside, told and suppressed are all, the order of rules does not count, fixes leave the rest alone', () => {
  const rules = rulesOf(...RULES);
  const ready = prepare(rules, 'typescript');
  fc.assert(
    fc.property(program, fc.shuffledSubarray([...rules], { minLength: rules.length }), (text, shuffled) => {
      const verdict = judgeText(engine, text, 'typescript', rules);
      expect(judgeText(engine, text, 'typescript', shuffled)).toEqual(verdict);
      for (const { start, end, line: at, column } of [...verdict.findings, ...verdict.suppressed]) {
        expect(0 <= start && start <= end && end <= text.length).toBe(true);
        const before = text.slice(0, start).split(/\r\n|\n/);
        expect([at, column]).toEqual([before.length, (before.at(-1) as string).length + 1]);
      }
      const plain = text.replaceAll('conductor-ignore', 'conductor-ignoro');
      const all = judgeText(engine, plain, 'typescript', rules).findings;
      const own = [...verdict.findings, ...verdict.suppressed].filter(({ rule }) => !rule.includes('suppression'));
      expect(own.map(({ rule, start }) => `${start} ${rule}`).sort()).toEqual(all.map(({ rule, start }) => `${start} ${rule}`).sort());
      const mended = fixText(engine, text, 'typescript', ready);
      expect(mended.text.replace(/\bh\(/g, 'f(').replace(/debugger;?/g, '')).toBe(text.replace(/debugger;?/g, ''));
    }),
    { numRuns: 150 },
  );
});

it('is a fault of the rule when its fix of an example leaves a text that does not parse, whatever the example says of it', () => {
  const broken = rulesOf("kinds: [typescript]\nrule: { pattern: 'f($A)' }\nfix: 'g('\nvalid: ['a();']\ninvalid: ['f(1);']");
  expect(broken.flatMap((rule) => testRule(engine, rule))).toMatchObject([{ code: 'bad-rule', reason: 'its fix of invalid example 1 does not parse' }]);
});
