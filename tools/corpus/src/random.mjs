/**
 * A generator of pseudo-random numbers that gives the same sequence on every machine (mulberry32, public domain, by
 * Tommy Ettinger). @param {number} seed
 */
export function randomFrom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    /** An integer from 0 up to, and without, `below`. @param {number} below */
    below: (below) => Math.floor(next() * below),
    /** True as often as the share says. @param {number} share */
    chance: (share) => next() < share,
    /** One of them. @template T @param {readonly T[]} list @returns {T} */
    pick: (list) => list[Math.floor(next() * list.length)],
  };
}
