import { digestOf, isObject, type AdapterId } from '@nx-conductor/core';
import { DIGEST } from './entries';
import type { TextMemory } from './memory';

/**
 * What is kept of a text, for another process:
 *
 *     conductor text 1 <SHA-256 of all that follows>\n
 *     {"stamp":"…","adapter":"openapi","digest":"…","settled":{"schema":["#/components/schemas/Pet"]},"loose":[],"entries":7,"segments":2}\n
 *     gaps (entries + 1), sizes (entries), segments: 32 bits each; digests: 32 bytes for each segment; the skeleton
 *
 * `stamp` says which build wrote it, and in which order the processor has the bytes of a number: what was checked then
 * would be checked in the same way now.
 */
const FIRST_LINE = /^conductor text 1 ([0-9a-f]{64})\n/;

const BYTE_ORDER = Buffer.from(Uint32Array.of(0x01020304).buffer).toString('hex');

/** Undefined for a text that cannot be read in part. */
export function encodeMemory(memory: TextMemory, stamp: string): Uint8Array | undefined {
  const entries = memory.entries();
  if (entries === undefined) return undefined;
  const { gaps, sizes, segments, skeleton } = entries;
  const settled = Object.fromEntries([...memory.refs.settled].map(([rule, texts]) => [rule, [...texts]]));
  const header = { stamp: `${stamp} ${BYTE_ORDER}`, adapter: memory.adapter, digest: memory.digest, settled, loose: [...memory.refs.loose], entries: sizes.length, segments: segments.length };
  const rest = Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...[gaps, sizes, segments].map(bytesOf), memory.digests(), skeleton]);
  return Buffer.concat([Buffer.from(`conductor text 1 ${digestOf(rest)}\n`), rest]);
}

/** Undefined for what is damaged, or was written by another build. */
export function decodeMemory(bytes: Uint8Array, stamp: string): TextMemory | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = FIRST_LINE.exec(buffer.toString('latin1', 0, 100));
  if (first === null) return undefined;
  const rest = buffer.subarray(first[0].length);
  if (digestOf(rest) !== first[1]) return undefined;
  const headerEnd = rest.indexOf('\n');
  const header = JSON.parse(rest.toString('utf8', 0, headerEnd)) as Header;
  if (!isObject(header) || header.stamp !== `${stamp} ${BYTE_ORDER}`) return undefined;
  let at = headerEnd + 1;
  const take = (size: number) => rest.subarray(at, (at += size));
  const numbers = (count: number) => numbersOf(take(count * 4));
  const [gaps, sizes, segments] = [numbers(header.entries + 1), numbers(header.entries), numbers(header.segments)];
  const digests = take(header.segments * DIGEST);
  const entries = { gaps, sizes, segments, skeleton: rest.subarray(at) };
  const settled = new Map(Object.entries(header.settled).map(([rule, texts]) => [rule, new Set(texts)]));
  return { adapter: header.adapter, digest: header.digest, refs: { settled, loose: new Set(header.loose) }, entries: () => entries, digests: () => digests };
}

/** The second line. Whatever passes its digest was written by {@link encodeMemory}. */
interface Header {
  readonly stamp: string;
  readonly adapter: AdapterId;
  readonly digest: string;
  readonly settled: Readonly<Record<string, readonly string[]>>;
  readonly loose: readonly string[];
  readonly entries: number;
  readonly segments: number;
}

/** As the processor writes them: a file from a machine that writes them the other way round has another stamp. */
function bytesOf(numbers: Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

function numbersOf(bytes: Buffer): Uint32Array {
  return new Uint32Array(Uint8Array.from(bytes).buffer);
}
