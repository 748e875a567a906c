import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from '@nx-conductor/host';
import { gatherJury, type Case } from '../src/judge/jury';
import { judgeText } from '../src/judge/judge-text';
import { fixText } from '../src/fix/fix-text';
import { prepare } from '../src/match/prepare';
import { LIMITS } from '../src/judge/limits';
import type { Rule } from '../src/rule/rule';
import { engine, rulesOf } from './rig';

const script = join(__dirname, '..', '..', '..', 'plugins', 'conductor', 'dist', 'judge-process.js');

/** A jury that counts the processes which it starts. */
function counted(parallel = 2, limits = LIMITS) {
  const started: number[] = [];
  const jury = gatherJury((listener) => {
    started.push(1);
    return startChild(script, listener);
  }, parallel, limits);
  return { jury, started };
}

const rules = rulesOf('kinds: [typescript]\nrule: { pattern: f($A) }\nfix: g($A)', 'kinds: [typescript]\ntext: TODO\nin: [comments]\nseverity: warning');
const caseOf = (texts: readonly string[], ruleSets: readonly (readonly Rule[])[] = [rules]): Case => ({ ruleSets, files: texts.map((text) => ({ text, language: 'typescript', ruleSet: 0 })) });

/** Looks for six brackets inside each other and something that is not there, in every way in which they can be chosen: time grows with the sixth power of the depth. */
const nested = (levels: number): string => (levels === 0 ? "regex: '^[A-Z]$'" : `kind: parenthesized_expression, has: { stopBy: end, ${nested(levels - 1)} }`);
const HOSTILE = `kinds: [typescript]\nid: hostile\nrule: { ${nested(6)} }`;
const LONG = `${'('.repeat(120)}1${')'.repeat(120)};`;

it('starts one process when it is to be ready, and judges with that one', async () => {
  const { jury, started } = counted();
  jury.ready();
  jury.ready();
  expect(started).toHaveLength(1);
  const verdicts = await jury.judge(caseOf(['f(1);']));
  expect([verdicts, started.length]).toEqual([[judgeText(engine, 'f(1);', 'typescript', rules)], 1]);
  jury.close();
});

it('judges as this process would, in order, and starts no process for nothing', async () => {
  const { jury, started } = counted();
  expect(await jury.judge(caseOf([]))).toEqual([]);
  expect(started).toHaveLength(0);
  const texts = Array.from({ length: 250 }, (_, index) => `// 😀 TODO\n${index % 7 === 0 ? `f(${index});` : `h(${index});`}\n${index % 11 === 0 ? '(' : ''}`);
  const verdicts = await jury.judge(caseOf(texts));
  expect(verdicts).toEqual(texts.map((text) => judgeText(engine, text, 'typescript', rules)));
  expect(started).toHaveLength(2);
  expect(await jury.judge(caseOf(texts.slice(0, 3)))).toEqual(verdicts.slice(0, 3));
  expect(started).toHaveLength(2);
  jury.close();
});

it('mends, and runs examples', async () => {
  const { jury, started } = counted();
  const texts = ['f(1)', 'h(1)', 'f(f(2))'];
  expect(await jury.fix(caseOf(texts))).toEqual(texts.map((text) => fixText(engine, text, 'typescript', prepare(rules, 'typescript'))));
  expect(await jury.test(rulesOf("kinds: [typescript]\nrule: { pattern: f($A) }\nvalid: ['g(1)']\ninvalid: ['f(1)']", "kinds: [typescript]\nrule: { pattern: f($A) }\nvalid: ['f(1)']\ninvalid: ['g(1)']"))).toMatchObject([
    [],
    [{ code: 'bad-rule', rule: 'rule-1', reason: 'it finds something in valid example 1, at 1:1 of it' }, { code: 'bad-rule', reason: 'it finds nothing in invalid example 1' }],
  ]);
  expect(started).toHaveLength(1);
  jury.close();
});

it('says that a file is too large without looking at it', async () => {
  const { jury, started } = counted(1, { ...LIMITS, characters: 5 });
  expect(await jury.judge(caseOf(['f(123)']))).toMatchObject([{ outcome: 'uncertain', doubts: [{ code: 'too-large', characters: 6, limit: 5 }] }]);
  expect(started).toHaveLength(0);
  jury.close();
});

it('ends a process that takes too long, names the rule, and judges everything else', async () => {
  const { jury, started } = counted(1, { ...LIMITS, fileMs: 400, ruleMs: 300 });
  const hostile = [...rules, ...rulesOf(HOSTILE)];
  const texts = ['f(1)', ...Array.from({ length: 5 }, (_, index) => `${LONG}\nf(${index})`), 'f(2)'];
  const verdicts = await jury.judge(caseOf(texts, [hostile]));
  expect(verdicts.map(({ outcome, findings }) => [outcome, findings.map(({ rule }) => rule)])).toEqual(texts.map(() => ['rejected', ['rule-0']]));
  const doubts = verdicts.map((verdict) => verdict.doubts);
  expect(doubts.slice(1, 6)).toEqual(Array.from({ length: 5 }, () => [{ code: 'time-limit', rule: 'hostile', limitMs: 300 }]));
  // Three times found out, each time once with all rules and once alone; then the rule is left out.
  expect(started.length).toBeLessThanOrEqual(8);
  expect(await jury.test(rulesOf(`${HOSTILE}\ninvalid: ['${LONG}']`))).toMatchObject([[{ code: 'bad-rule', rule: 'hostile', reason: 'its examples take more than 400 ms' }]]);
  jury.close();
});

it('outlives a process that is killed', async () => {
  const pids: number[] = [];
  const jury = gatherJury((listener) => {
    const child = startChild(script, listener);
    // The first process ends before it can answer.
    if (pids.push(1) > 1) return child;
    return {
      ...child,
      send: (message) => {
        if ((message as { kind: string }).kind !== 'questions') return;
        setTimeout(() => {
          child.close();
          listener.gone('ended', 'ended by SIGKILL');
        }, 10);
      },
    };
  }, 1);
  expect((await jury.judge(caseOf(['f(1)', 'h(1)']))).map(({ outcome }) => outcome)).toEqual(['rejected', 'approved']);
  expect(pids.length).toBe(2);
  jury.close();
});

describe('texts that lie on disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'conductor-jury-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const lying = (texts: readonly string[], ruleSets?: readonly (readonly Rule[])[]): Case => {
    const { files, ...rest } = caseOf(texts, ruleSets);
    return {
      ...rest,
      files: files.map((file, index) => {
        const path = join(folder, `${index}.ts`);
        writeFileSync(path, file.text);
        return { ...file, path };
      }),
    };
  };

  it('are judged together, as by themselves', async () => {
    const { jury, started } = counted();
    const texts = Array.from({ length: 40 }, (_, index) => `${index % 2 === 0 ? '\uFEFF' : ''}// 😀 TODO\r\n${index % 7 === 0 ? `f(${index});` : `h(${index});`}\n${index % 11 === 0 ? '(' : ''}`);
    const what = lying(texts);
    // Another text by now, a file that is gone, an extension of another language, and one that lies nowhere.
    writeFileSync(what.files[3]?.path as string, 'f(1)');
    rmSync(what.files[4]?.path as string);
    const files = what.files.map((file, index) => (index === 5 ? { ...file, path: join(folder, 'a.py') } : index === 6 ? { text: file.text, language: file.language, ruleSet: 0 } : file));
    expect(await jury.judge({ ...what, files })).toEqual(texts.map((text) => judgeText(engine, text, 'typescript', rules)));
    expect(started).toHaveLength(1);
    jury.close();
  });

  it('are judged by many sets of rules, two sets at a time: more than a process keeps', async () => {
    const sets = Array.from({ length: 40 }, (_, index) => [...rules, ...rulesOf(`kinds: [typescript]\nid: set-${index}\nrule: { pattern: h(${index}) }`)]);
    const texts = Array.from({ length: 160 }, (_, index) => `h(${index >> 3});\n${index % 7 === 0 ? 'f(1);' : '// TODO'}`);
    const what = lying(texts, sets);
    const told: string[] = [];
    const jury = gatherJury((listener) => {
      const child = startChild(script, { ...listener, heard: (said) => (told.push('answers'), listener.heard(said)) });
      return { ...child, send: (message) => (told.push((message as { kind: string }).kind), child.send(message)) };
    }, 1);
    const verdicts = await jury.judge({ ...what, files: what.files.map((file, index) => ({ ...file, ruleSet: index >> 2 })) });
    expect(verdicts).toEqual(texts.map((text, index) => judgeText(engine, text, 'typescript', sets[index >> 2] as readonly Rule[])));
    const lots = told.flatMap((kind, at) => (kind === 'questions' ? [at] : []));
    expect([lots.length, told.filter((kind) => kind === 'forget').length]).toEqual([40, 1]);
    // The second lot is there before the first is answered.
    expect(lots[1]).toBeLessThan(told.indexOf('answers'));
    jury.close();
  });

  it('are judged one by one when a rule does not end, and the rule is named', async () => {
    const { jury, started } = counted(1, { ...LIMITS, fileMs: 400, ruleMs: 300 });
    const texts = ['f(1)', 'f(2)', `${LONG}\nf(3)`, 'f(4)', 'h(5)'];
    const verdicts = await jury.judge(lying(texts, [[...rules, ...rulesOf(HOSTILE)]]));
    expect(verdicts.map(({ outcome, doubts }) => [outcome, doubts])).toEqual([['rejected', []], ['rejected', []], ['rejected', [{ code: 'time-limit', rule: 'hostile', limitMs: 300 }]], ['rejected', []], ['approved', []]]);
    // Once together, once alone, once rule by rule, and what is left.
    expect(started.length).toBeLessThanOrEqual(4);
    jury.close();
  });

  it('are judged without a rule that cannot be compiled', async () => {
    const { jury } = counted(1);
    const broken = rulesOf('kinds: [typescript]\nrule: { pattern: f($A) }', 'kinds: [typescript]\nrule: { kind: no_such_kind }');
    const texts = ['f(1)', 'g(1)', 'h(1)'];
    expect(await jury.judge(lying(texts, [broken]))).toMatchObject(texts.map((text) => ({ outcome: text === 'f(1)' ? 'rejected' : 'uncertain', doubts: [{ code: 'rule-failed', rule: 'rule-1' }] })));
    jury.close();
  });
});
