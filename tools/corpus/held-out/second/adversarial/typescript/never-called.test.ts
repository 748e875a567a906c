import { describe, expect, it } from 'vitest';
import { totalOf } from '../src/total';

describe('totalOf', () => {
  it('adds the lines of a bill', () => {
    const total = totalOf([{ cents: 250 }, { cents: 750 }]);
    const verify = (): void => {
      expect(total).toBe(1000);
      expect(total).not.toBeNaN();
    };
  });
});
