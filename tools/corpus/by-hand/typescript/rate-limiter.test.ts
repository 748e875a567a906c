import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bucket } from './rate-limiter.js';

test('a full bucket serves as many as it holds', () => {
  const limiter = bucket(3, 1, () => 0);
  assert.deepEqual([1, 2, 3, 4].map(() => limiter.take()), [true, true, true, false]);
});

test('it fills again with time', () => {
  let now = 0;
  const limiter = bucket(1, 2, () => now);
  limiter.take();
  now = 400;
  assert.equal(limiter.take(), false);
  now = 500;
  assert.equal(limiter.take(), true);
});
