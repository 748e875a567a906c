import type { Hash } from 'node:crypto';
import { nodeCrypto, type Digest } from '@nx-conductor/core';

/** Bytes that were hashed, and what makes it cheap to hash others that begin alike. */
export interface Hashed {
  readonly bytes: Uint8Array;
  /** SHA-256. */
  readonly digest: Digest;
  /** The state of the hash after each {@link STEP} of bytes. */
  readonly states: readonly Hash[];
}

/** Bytes between two states: comparing them takes a tenth of the time that hashing them does. */
export const STEP = 1 << 20;

/** SHA-256 of bytes; what they have in common with the beginning of earlier ones is compared and not hashed. */
export function rehash(bytes: Uint8Array, before: Hashed | undefined, step = STEP): Hashed {
  const states = before ? before.states.slice(0, stepsInCommon(bytes, before, step)) : [];
  const hash = states.at(-1)?.copy() ?? nodeCrypto().createHash('sha256');
  for (let at = states.length * step; at < bytes.length; at += step) {
    hash.update(bytes.subarray(at, at + step));
    if (at + step <= bytes.length) states.push(hash.copy());
  }
  return { bytes, digest: hash.digest('hex'), states };
}

/** How many whole steps both begin with. */
function stepsInCommon(bytes: Uint8Array, { bytes: before, states }: Hashed, step: number): number {
  for (let steps = 0; steps < states.length; steps++) {
    const [from, to] = [steps * step, (steps + 1) * step];
    if (to > bytes.length || Buffer.compare(bytes.subarray(from, to), before.subarray(from, to)) !== 0) return steps;
  }
  return states.length;
}
