import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeOnDisk, loadEngine, prepare, type Language, type Rule, type Verdict } from '@nx-conductor/check';
import { CLASSES, corpus, type Sample } from './corpus';
import { cellsOf, decided, falselyRejected, figures, judgeAll, type Row } from './figures';
import { standardRules } from './packs';

jest.setTimeout(120_000);

const { rules } = standardRules();

describe.each([
  { folder: '.', least: 300, leastOfEach: 3, comments: 4 },
  { folder: 'held-out/first', least: 90, leastOfEach: 3, comments: 4 },
  { folder: 'held-out/second', least: 150, leastOfEach: 2, comments: 1 },
  { folder: 'held-out/third', least: 150, leastOfEach: 2, comments: 2 },
] as const)('the corpus $folder of tools/corpus, judged by the standard packs', ({ folder, least, leastOfEach, comments: leastComments }) => {
  const judgements = judgeAll(loadEngine(), corpus(rules, folder));
  const rows = figures(judgements);
  const all = rows.at(-1) as Row;

  it('comes out as its table shows', () => {
    const table = cellsOf(rows).map(([kind, ...cells]) => String(kind).padEnd(16) + cells.map((cell) => String(cell).padStart(18)).join('')).join('\n') + '\n';
    const file = join(__dirname, '..', '..', '..', 'tools', 'corpus', folder, 'table.txt');
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, table);
    expect(table).toBe(readFileSync(file, 'utf8'));
  });

  it('comes out the same, word for word, when files are judged where they lie, many at a time', async () => {
    const engine = loadEngine();
    const samples = corpus(rules, folder);
    const found = new Map<string, Verdict>();
    const groups = new Map<readonly Rule[], Map<string | undefined, Sample[]>>();
    for (const sample of samples) {
      const own = groups.get(sample.rules) ?? new Map<string | undefined, Sample[]>();
      groups.set(sample.rules, own.set(sample.language, [...(own.get(sample.language) ?? []), sample]));
    }
    for (const [own, languages] of groups)
      for (const [language, alike] of languages) await judgeOnDisk(engine, alike, language as Language, prepare(own, language as Language), ({ path }, verdict) => found.set(path, verdict));
    const told = samples.flatMap(({ path, label }, index) => (found.has(path) ? [[label.path, judgements[index]?.verdict]] : []));
    expect(told).toEqual(samples.flatMap(({ path, label }) => (found.has(path) ? [[label.path, found.get(path)]] : [])));
    // Only what is empty is passed over.
    expect(samples.filter(({ path, text }) => !found.has(path) && text.trim() !== '').map(({ label }) => label.path)).toEqual([]);
  });

  it('has files of each class in each language', () => {
    expect(all.files).toBeGreaterThanOrEqual(least);
    for (const kind of CLASSES)
      for (const ending of [/\.tsx?$/, /\.py$/, /\.sql$/]) expect(judgements.filter(({ label }) => label.class === kind && ending.test(label.path)).length).toBeGreaterThanOrEqual(leastOfEach);
  });

  it('has no file with a fault that is approved', () => {
    expect(all.falseApprovals).toEqual([]);
  });

  it('tells the matters of style, where it approves them', () => {
    const untold = judgements.filter(({ label, verdict }) => label.faults.some(({ style, line }) => style === true && !verdict.findings.some((finding) => finding.line === line)));
    expect(untold.map(({ label }) => label.path)).toEqual([]);
  });

  it('is decided in seven of ten cases and more', () => {
    expect(decided(all)).toBeGreaterThanOrEqual(70);
  });

  it('has no file approved or rejected that is nothing but comments', () => {
    const comments = judgements.filter(({ label: { faults } }) => faults.some(({ what }) => /^(nothing but comments|comments only|only comments, no (code|statement)|a docstring and nothing else)$/.test(what)));
    expect(comments.map(({ verdict }) => verdict.doubts.map(({ code }) => code).join())).toEqual(comments.map(() => 'no-code'));
    expect(comments.length).toBeGreaterThanOrEqual(leastComments);
  });

  // A corpus that no rule was written by tells how often good files are rejected; it must not be mended to say so less often.
  if (folder === '.')
    it('has three rejected ones at most among a hundred good ones', () => {
      expect(falselyRejected(all)).toBeLessThanOrEqual(3);
    });
});
