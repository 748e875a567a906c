import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { debounce } from './debounce';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('only the last of several calls comes through', () => {
  const seen: string[] = [];
  const say = debounce((word: string) => seen.push(word), 100);
  say('a');
  say('b');
  vi.advanceTimersByTime(99);
  expect(seen).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(seen).toEqual(['b']);
});

test.each([0, -1, Number.NaN])('a pause of %s is refused', (pause) => {
  expect(() => debounce(() => undefined, pause)).toThrow(RangeError);
});
