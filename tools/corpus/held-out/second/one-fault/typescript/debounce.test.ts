import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SaveQueue } from '../src/save-queue.js';

test('saves once for many changes', async () => {
  const saved: string[] = [];
  const queue = new SaveQueue(async (text) => {
    saved.push(text);
  });

  queue.change('a');
  queue.change('ab');
  queue.change('abc');
  await new Promise((resolve) => setTimeout(resolve, 1500));

  queue.close();
  assert.deepEqual(saved, ['abc']);
});

test('refuses changes after close', () => {
  const queue = new SaveQueue(async () => undefined);
  queue.close();

  assert.throws(() => queue.change('late'), /closed/);
});
