/**
 * Random numbers that are the same on every machine: mulberry32, 32 bits of state, a period of about four thousand
 * million.
 *
 * @param {number} seed
 * @returns {{ below: (limit: number) => number, pick: <T>(list: readonly T[]) => T }} whole numbers from 0 up, and elements
 */
export function seededRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit) => next() % limit;
  return { below, pick: (list) => list[below(list.length)] };
}
