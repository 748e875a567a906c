import { slug } from './slug';

describe('slug', () => {
  it.only('is in small letters', () => {
    expect(slug('Hello')).toBe('hello');
  });

  it('has no blanks', () => {
    expect(slug('a b')).toBe('a-b');
  });
});
