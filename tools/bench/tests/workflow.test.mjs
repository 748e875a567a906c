import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPartOptions, UsageError } from '../src/options.mjs';
import { atMostShare } from '../src/workflow/aims.mjs';
import { workflowParts } from '../src/workflow/index.mjs';

test('parts are chosen by id, and a wrong one is told', () => {
  assert.deepEqual(readPartOptions(['--only', 'templates,pipeline', '--runs', '2'], workflowParts).parts.map(({ id }) => id).sort(), ['pipeline', 'templates']);
  assert.throws(() => readPartOptions(['--only', 'task'], workflowParts), UsageError);
});

test('an aim that is a share of a cold run', () => {
  assert.deepEqual(atMostShare('x', 0.05, 4, 100), { text: 'x', contender: 'conductor pipeline', aim: '−95.0 %', reached: '−96.0 %', met: true });
  assert.equal(atMostShare('x', 0.05, 6, 100).met, false);
});
