import { digestOf } from '@nx-conductor/core';
import type { JobTrace, StoredTraces, TableTrace, Traces } from './job-trace';
import { storedForm } from './seen';

/**
 * A trace file is a row of segments: the first holds every job, each further one the jobs that ran in a later run, so
 * that a small change costs a small append. A segment is a header line with the SHA-256 and length of the rest, a line of
 * JSON, then arrays of 32-bit little-endian integers:
 *
 *     conductor-traces 2 <digest> <bytes>
 *     {"stamp":"…","strings":[…],"parts":[…],"jobs":[…],"tables":[…],"lengths":[…]}
 *     nodeParent, nodeKey, readNode, readKey × 4 + kind, readSeen, reads of jobs
 *
 * Keys and what was seen are numbers of strings. Integers load a hundred times faster than the same in JSON. A trace is
 * believed only while everything it names still holds, so an old one is never wrong, and a torn last segment costs time.
 */
const HEADER = /^conductor-traces 2 ([0-9a-f]{64}) (\d+)$/;

interface Head {
  readonly stamp: string;
  readonly strings: readonly string[];
  readonly parts: readonly Readonly<Record<string, string>>[];
  /** `[id, number of parts, path or null, digest, size, count of reads]` */
  readonly jobs: readonly (readonly [string, number, string | null, string, number, number])[];
  readonly tables: readonly (readonly [string, number])[];
  readonly lengths: readonly number[];
}

/** The bytes of a segment. `stamp` tells what made it; another Conductor does not believe it. */
export function encodeTraces({ log, jobs, tables }: Traces, stamp: string): Uint8Array {
  const strings = interner<string>((text) => text);
  const parts = interner<Readonly<Record<string, string>>>((each) => JSON.stringify(each));
  const total = jobs.reduce((sum, job) => sum + job.reads.length, 0);
  // Loops, not Int32Array.from with a function: that is more than twice as slow, and there are a million numbers.
  const numbered = (length: number, numberAt: (index: number) => number): Int32Array => {
    const array = new Int32Array(length);
    for (let index = 0; index < length; index++) array[index] = numberAt(index);
    return array;
  };
  const { nodeParent, nodeKey, readNode, readKey, readKind, readSeen } = log;
  const arrays = [
    new Int32Array(nodeParent),
    numbered(nodeKey.length, (node) => strings.number(nodeKey[node] as string)),
    new Int32Array(readNode),
    numbered(readKey.length, (read) => strings.number(readKey[read] as string) * 4 + (readKind[read] as number)),
    numbered(readSeen.length, (read) => strings.number(storedForm(readSeen[read] as string))),
    new Int32Array(total),
  ] as const;
  let at = 0;
  for (const job of jobs) {
    arrays[5].set(job.reads, at);
    at += job.reads.length;
  }
  const head: Head = {
    stamp,
    jobs: jobs.map((job) => [job.id, parts.number(job.parts), job.path ?? null, job.digest, job.size, job.reads.length]),
    tables: tables.map((table) => [table.name, parts.number(table.parts)]),
    parts: parts.values,
    strings: strings.values,
    lengths: arrays.map((array) => array.length),
  };
  const body = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...arrays.map((array) => Buffer.from(array.buffer))]);
  return Buffer.concat([Buffer.from(`conductor-traces 2 ${digestOf(body)} ${body.length}\n`), body]);
}

/** What a trace file holds: its segments up to the first that is not exactly what was written, and whether that was the end. */
export interface DecodedTraces {
  readonly segments: readonly StoredTraces[];
  readonly whole: boolean;
}

/** Reads a trace file. Segments with another stamp are not believed, nor is anything after them. */
export function decodeTraces(bytes: Uint8Array, stamp: string): DecodedTraces {
  const segments: StoredTraces[] = [];
  let rest = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  while (rest.length > 0) {
    const headerEnd = rest.indexOf(10);
    const match = headerEnd < 0 || headerEnd > 200 ? null : HEADER.exec(rest.toString('latin1', 0, headerEnd));
    const body = match ? rest.subarray(headerEnd + 1, headerEnd + 1 + Number(match[2])) : undefined;
    if (!body || body.length !== Number(match?.[2]) || digestOf(body) !== match?.[1]) return { segments, whole: false };
    const segment = decodeSegment(body, stamp);
    if (!segment) return { segments, whole: false };
    segments.push(segment);
    rest = rest.subarray(headerEnd + 1 + body.length);
  }
  return { segments, whole: true };
}

function decodeSegment(body: Buffer, stamp: string): StoredTraces | undefined {
  const headEnd = body.indexOf(10);
  const head = JSON.parse(body.toString('utf8', 0, headEnd)) as Head;
  if (head.stamp !== stamp) return undefined;
  let at = headEnd + 1;
  const [nodeParent, nodeKey, readNode, readKey, readSeen, jobReads] = head.lengths.map((length) => {
    const array = new Int32Array(length);
    Buffer.from(array.buffer).set(body.subarray(at, at + length * 4));
    at += length * 4;
    return array;
  }) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  let taken = 0;
  const jobs = head.jobs.map(([id, part, path, digest, size, count]): JobTrace => ({ id, parts: head.parts[part] as JobTrace['parts'], path: path ?? undefined, digest, size, reads: jobReads.subarray(taken, (taken += count)) }));
  const tables = head.tables.map(([name, part]): TableTrace => ({ name, parts: head.parts[part] as TableTrace['parts'] }));
  return { strings: head.strings, nodeParent, nodeKey, readNode, readKey, readSeen, jobs, tables };
}

/** Numbers values, equal ones alike. */
function interner<T>(keyOf: (value: T) => string): { readonly values: readonly T[]; readonly number: (value: T) => number } {
  const values: T[] = [];
  const numbers = new Map<string, number>();
  return {
    values,
    number(value) {
      const key = keyOf(value);
      let number = numbers.get(key);
      if (number === undefined) numbers.set(key, (number = values.push(value) - 1));
      return number;
    },
  };
}
