import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeAims } from '../src/aims.mjs';
import { median, summarize } from '../src/summary.mjs';

const contenders = [
  { id: 'own', ours: true, makes: 'types and client' },
  { id: 'own-types', ours: true, makes: 'types' },
  { id: 'openapi-typescript', ours: false, makes: 'types' },
];
const cost = (seconds) => ({ wallSeconds: seconds, cpuSeconds: seconds, peakBytes: 100 * seconds });
const row = (contender, scenario, ...seconds) => ({ contender, scenario, costs: seconds.map(cost) });
const comparison = {
  rows: [
    row('own', 'cold', 3, 9, 4),
    row('own-types', 'cold', 2, 2, 2),
    row('openapi-typescript', 'cold', 8, 7, 9),
    { ...row('openapi-typescript', 'unchanged'), failed: 'exit 1' },
  ],
  checks: [{ contender: 'own', result: { errors: 0 } }],
};

test('the median is the middle, or the mean of the two in the middle', () => {
  assert.equal(median([9, 1, 4]), 4);
  assert.equal(median([1, 10, 2, 4]), 3);
});

test('everything is compared with the first of ours, in the same scenario', () => {
  const lines = summarize(comparison, contenders);
  assert.deepEqual(lines.map(({ ratio }) => ratio?.cpu), [undefined, 0.5, 2, undefined]);
  assert.equal(lines[0].median.wallSeconds, 4);
  assert.equal(lines[0].typeErrors, 0);
  assert.equal(lines[3].failed, 'exit 1');
});

test('aims are shares of what openapi-typescript costs from nothing', () => {
  const verdicts = judgeAims(summarize(comparison, contenders), contenders);
  assert.deepEqual(
    verdicts.map(({ contender, text, reached }) => [contender, text, reached]),
    [
      ['own', 'cold, CPU seconds', 0.5],
      ['own', 'cold, peak memory', 0.5],
      ['own-types', 'cold, CPU seconds', 0.25],
      ['own-types', 'cold, peak memory', 0.25],
    ],
  );
});
