import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { add, split } from './money';

describe('money', () => {
  test('adds amounts of one currency', () => {
    assert.deepEqual(add({ minor: 5n, currency: 'EUR' }, { minor: 7n, currency: 'EUR' }), { minor: 12n, currency: 'EUR' });
  });

  test('refuses to add two currencies', () => {
    assert.throws(() => add({ minor: 5n, currency: 'EUR' }, { minor: 7n, currency: 'USD' }), /do not add/);
  });

  test('loses nothing when it splits', () => {
    const parts = split({ minor: 100n, currency: 'JPY' }, 3);
    assert.equal(parts.reduce((sum, part) => sum + part.minor, 0n), 100n);
  });
});
