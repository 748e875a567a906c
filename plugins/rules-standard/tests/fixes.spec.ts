import { loadEngine } from '@nx-conductor/check';
import { corpus } from './corpus';
import { standardRules } from './packs';
import { isMended, singleFaults } from './single-faults';

jest.setTimeout(120_000);

describe('fixes of a hundred files with one fault', () => {
  const results = singleFaults(loadEngine(), corpus(standardRules().rules));

  it('mend ninety-five of them and more: nothing that decides is left', () => {
    expect(results).toHaveLength(100);
    const left = results.filter((result) => !isMended(result)).map(({ label }) => label.path);
    expect(left.length).toBeLessThanOrEqual(5);
  });

  it('leave a text that parses', () => {
    expect(results.filter(({ fixed }) => fixed.undone || fixed.verdict.findings.some(({ rule }) => rule === 'parse')).map(({ label }) => label.path)).toEqual([]);
  });

  it('change nothing outside the ranges that they name', () => {
    for (const { text, fixed } of results) {
      if (fixed.rounds !== 1) continue;
      const edits = fixed.applied.flatMap(({ fix }) => (fix === undefined ? [] : [fix])).sort((a, b) => b.start - a.start);
      expect(edits.reduce((rest, { start, end, text: put }) => rest.slice(0, start) + put + rest.slice(end), text)).toBe(fixed.text);
    }
    expect(results.filter(({ fixed }) => fixed.rounds === 1).length).toBeGreaterThan(80);
  });
});
