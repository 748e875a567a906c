import { digestOf } from '@nx-conductor/core';
import type { JobTrace, TableTrace, Traces } from './job-trace';
import type { ReadKind } from './read-log';
import { storedForm } from './seen';

/**
 * Traces as bytes: a header line with the SHA-256 and length of the rest, a line of JSON (strings, jobs, tables and the
 * lengths of the arrays), then the arrays as 32-bit little-endian integers:
 *
 *     conductor-traces 1 <digest> <bytes>
 *     {"stamp":"…","strings":[…],"jobs":[…],"tables":[…],"lengths":[…]}
 *     nodeParent, nodeKey, readNode, readKey, readKind, readSeen, reads of jobs
 *
 * Keys and what was seen are numbers of strings. Integers load a hundred times faster than the same in JSON.
 */
const MAGIC = 'conductor-traces 1';

interface Head {
  readonly stamp: string;
  readonly strings: readonly string[];
  readonly parts: readonly Readonly<Record<string, string>>[];
  /** `[id, number of parts, path or null, digest, size, count of reads]` */
  readonly jobs: readonly (readonly [string, number, string | null, string, number, number])[];
  readonly tables: readonly (readonly [string, number])[];
  readonly lengths: readonly number[];
}

/** The bytes of traces. `stamp` tells what made them; another Conductor does not believe them. */
export function encodeTraces({ log, jobs, tables }: Traces, stamp: string): Uint8Array {
  const strings = interner<string>((text) => text);
  const parts = interner<Readonly<Record<string, string>>>((each) => JSON.stringify(each));
  const arrays: readonly (readonly number[])[] = [
    log.nodeParent,
    log.nodeKey.map(strings.number),
    log.readNode,
    log.readKey.map(strings.number),
    log.readKind,
    log.readSeen.map((seen) => strings.number(storedForm(seen))),
    jobs.flatMap((job) => job.reads as number[]),
  ];
  const head: Head = {
    stamp,
    jobs: jobs.map((job) => [job.id, parts.number(job.parts), job.path ?? null, job.digest, job.size, job.reads.length]),
    tables: tables.map((table) => [table.name, parts.number(table.parts)]),
    parts: parts.values,
    strings: strings.values,
    lengths: arrays.map((array) => array.length),
  };
  const body = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...arrays.map((array) => Buffer.from(Int32Array.from(array).buffer))]);
  return Buffer.concat([Buffer.from(`${MAGIC} ${digestOf(body)} ${body.length}\n`), body]);
}

/** Reads traces; undefined for anything that is not exactly what was written, and for another stamp. */
export function decodeTraces(bytes: Uint8Array, stamp: string): Traces | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const headerEnd = buffer.indexOf(10);
  const match = headerEnd < 0 || headerEnd > 200 ? null : /^conductor-traces 1 ([0-9a-f]{64}) (\d+)$/.exec(buffer.toString('latin1', 0, headerEnd));
  const body = buffer.subarray(headerEnd + 1);
  if (!match || body.length !== Number(match[2]) || digestOf(body) !== match[1]) return undefined;
  const headEnd = body.indexOf(10);
  const head = JSON.parse(body.toString('utf8', 0, headEnd)) as Head;
  if (head.stamp !== stamp) return undefined;
  let at = headEnd + 1;
  const [nodeParent, nodeKey, readNode, readKey, readKind, readSeen, jobReads] = head.lengths.map((length) => {
    const array = new Int32Array(length);
    Buffer.from(array.buffer).set(body.subarray(at, at + length * 4));
    at += length * 4;
    return array;
  }) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  const texts = (numbers: Int32Array) => Array.from(numbers, (number) => head.strings[number] as string);
  const log = { nodeParent: Array.from(nodeParent), nodeKey: texts(nodeKey), readNode: Array.from(readNode), readKey: texts(readKey), readKind: Array.from(readKind) as ReadKind[], readSeen: texts(readSeen) };
  const take = taker(jobReads);
  const jobs = head.jobs.map(([id, part, path, digest, size, count]): JobTrace => ({ id, parts: head.parts[part] as JobTrace['parts'], path: path ?? undefined, digest, size, reads: take(count) }));
  const tables = head.tables.map(([name, part]): TableTrace => ({ name, parts: head.parts[part] as TableTrace['parts'] }));
  return { log, jobs, tables };
}

function taker(numbers: Int32Array): (count: number) => number[] {
  let at = 0;
  return (count) => Array.from(numbers.subarray(at, (at += count)));
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
