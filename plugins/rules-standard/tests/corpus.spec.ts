import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadEngine } from '@nx-conductor/check';
import { corpus, judged, type Label } from './corpus';
import { standardRules } from './packs';

jest.setTimeout(120_000);

describe('the corpus of tools/corpus, judged by the standard packs', () => {
  const engine = loadEngine();
  const results = corpus(standardRules().rules).map((sample) => ({ label: sample.label, verdict: judged(engine, sample) }));
  const paths = (wanted: (label: Label, outcome: string) => boolean) => results.filter(({ label, verdict }) => wanted(label, verdict.outcome)).map(({ label }) => label.path);
  const isGood = ({ faults }: Label) => faults.length === 0;

  it('comes out as table.txt shows', () => {
    const rows = ['good', 'one-fault', 'several-faults', 'adversarial'].map((kind) => [kind, ...['approved', 'rejected', 'uncertain'].map((wanted) => paths((label, outcome) => label.class === kind && outcome === wanted).length)]);
    const table = [['class', 'approved', 'rejected', 'uncertain'], ...rows].map(([kind, ...cells]) => String(kind).padEnd(16) + cells.map((cell) => String(cell).padStart(10)).join('')).join('\n') + '\n';
    const file = join(__dirname, '..', '..', '..', 'tools', 'corpus', 'table.txt');
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, table);
    expect(table).toBe(readFileSync(file, 'utf8'));
  });

  it('has files of each class in each language', () => {
    expect(results.length).toBeGreaterThanOrEqual(300);
    for (const kind of ['good', 'one-fault', 'several-faults', 'adversarial'])
      for (const ending of [/\.tsx?$/, /\.py$/, /\.sql$/]) expect(paths((label) => label.class === kind && ending.test(label.path)).length).toBeGreaterThan(5);
  });

  it('has no file with a fault that is approved', () => {
    expect(paths((label, outcome) => !isGood(label) && outcome === 'approved')).toEqual([]);
  });

  it('has three rejected ones at most among a hundred good ones', () => {
    expect(paths((label, outcome) => isGood(label) && outcome === 'rejected').length).toBeLessThanOrEqual(0.03 * paths(isGood).length);
  });

  it('is decided in seven of ten cases and more', () => {
    expect(paths((_, outcome) => outcome !== 'uncertain').length).toBeGreaterThanOrEqual(0.7 * results.length);
  });

  it('has no file approved or rejected that is nothing but comments', () => {
    const comments = results.filter(({ label }) => label.path.includes('/comments-only/'));
    expect(comments.map(({ verdict }) => verdict.doubts.map(({ code }) => code).join())).toEqual(comments.map(() => 'no-code'));
    expect(comments.length).toBeGreaterThan(10);
  });
});
