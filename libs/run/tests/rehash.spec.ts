import fc from 'fast-check';
import { digestOf } from '@nx-conductor/core';
import { rehash, type Hashed } from '../src/generate/rehash';

it('is the digest of the bytes, whatever was hashed before', () => {
  const bytes = fc.array(fc.constantFrom(0, 1), { maxLength: 40 }).map((values) => Uint8Array.from(values));
  let spared = 0;
  fc.assert(
    fc.property(fc.array(bytes, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 9 }), (texts, step) => {
      let before: Hashed | undefined;
      for (const text of texts) {
        const made = rehash(text, before, step);
        expect(made.digest).toBe(digestOf(text));
        spared += made.states.filter((state) => before?.states.includes(state)).length;
        before = made;
      }
    }),
  );
  expect(spared).toBeGreaterThan(0);
});
