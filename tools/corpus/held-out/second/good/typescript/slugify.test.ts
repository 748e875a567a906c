import { describe, expect, it } from 'vitest';
import { slugify } from '../src/slugify';

describe('slugify', () => {
  it.each([
    ['Hello World', 'hello-world'],
    ['  many   spaces ', 'many-spaces'],
    ['Crème brûlée', 'creme-brulee'],
    ['C++ & Rust!', 'c-rust'],
  ])('turns %j into %j', (title, slug) => {
    expect(slugify(title)).toBe(slug);
  });

  it('cuts at a word, never in the middle of one', () => {
    expect(slugify('one two three', { maxLength: 9 })).toBe('one-two');
  });

  it('refuses a title that leaves nothing', () => {
    expect(() => slugify('???')).toThrow(RangeError);
  });
});
