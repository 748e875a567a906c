import { digestOf } from '@nx-conductor/core';
import type { Memory, Recalled } from './recall';

/**
 * Memories as a file: a line with the SHA-256 of the rest, then JSON. `stamp` tells what made it.
 *
 *     conductor-recall 1 <digest>
 *     {"stamp":"…","memories":[["openapi-types ← api",{"ground":"…","document":"…","known":[["items schemas",{…}]]}]]}
 */
const HEADER = 'conductor-recall 1 ';

/** The bytes of some memories, by the names of the uses that they are of. */
export function encodeMemories(memories: ReadonlyMap<string, Memory>, stamp: string): Uint8Array {
  const stored = [...memories].map(([name, { ground, document, known }]) => [name, { ground, document, known: [...known].filter(([, { value }]) => isPlainJson(value)) }]);
  const body = JSON.stringify({ stamp, memories: stored });
  return Buffer.from(`${HEADER}${digestOf(body)}\n${body}`);
}

/** The memories that were written; none when anything about them is not as it was written. */
export function decodeMemories(bytes: Uint8Array, stamp: string): Map<string, Memory> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = text.indexOf(10);
  const body = text.subarray(end + 1);
  if (end < 0 || text.toString('latin1', 0, end) !== HEADER + digestOf(body)) return new Map();
  const stored = JSON.parse(body.toString()) as { readonly stamp: string; readonly memories: [string, Omit<Memory, 'known'> & { readonly known: [string, Recalled][] }][] };
  if (stored.stamp !== stamp) return new Map();
  return new Map(stored.memories.map(([name, memory]) => [name, { ...memory, known: new Map(memory.known) }]));
}

/** True for what comes back from JSON as it was in every way that a template could see. */
function isPlainJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== 'object' || value === null) return value === null || typeof value === 'string' || typeof value === 'boolean';
  const keys = Reflect.ownKeys(value);
  if (Array.isArray(value)) return keys.length === value.length + 1 && value.every(isPlainJson);
  if (Object.getPrototypeOf(value) !== Object.prototype || typeof (value as { toJSON?: unknown }).toJSON === 'function') return false;
  return keys.every((key) => typeof key === 'string' && isPlainJson((value as Record<string, unknown>)[key]));
}
