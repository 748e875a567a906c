import { interruptible } from '@nx-conductor/host';

it('gives what the work gives, also of works in works', () => {
  expect(interruptible(() => [interruptible(() => 1), interruptible(() => 2), 3])).toEqual([1, 2, 3]);
});

it('throws what the work throws, and forgets the work', () => {
  const thrown = new TypeError('broken');
  const seen: unknown[] = [];
  expect(() =>
    interruptible(() => {
      try {
        interruptible(() => {
          throw thrown;
        });
      } catch (error) {
        seen.push(error);
      }
      throw thrown;
    }),
  ).toThrow(thrown);
  expect(seen).toEqual([thrown]);
  expect(interruptible(() => 'another')).toBe('another');
});
