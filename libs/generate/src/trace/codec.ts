import { digestOf, type Digest } from '@nx-conductor/core';
import type { JobTrace, TableTrace, TracedFile, Traces } from './job-trace';

/**
 * A trace file is a row of segments: the first holds every job, each further one the jobs that ran in a later run, so
 * that a small change costs a small append. A segment is a header line with the SHA-256 and length of the rest, a line of
 * JSON, then arrays of 32-bit little-endian integers:
 *
 *     conductor-traces 4 <digest> <bytes>
 *     {"stamp":"…","strings":[…],"parts":[…],"jobs":[…],"tables":[…],"documents":{…},"gone":[…],"lengths":[…]}
 *     setNodes, nodeParent, nodeKey, nodeReads, readKey, readSeen
 *
 * Integers load a hundred times faster than the same in JSON. A trace is believed only while everything it names still
 * holds, so an old one is never wrong, and a torn last segment costs time.
 */
const HEADER = /^conductor-traces 4 ([0-9a-f]{64}) (\d+)$/;

interface Head {
  readonly stamp: string;
  readonly strings: readonly string[];
  /** `<what it is of> <digest>` */
  readonly parts: readonly string[];
  /** `[id, numbers of parts, sets, files]`, of each file path, digest and size. */
  readonly jobs: readonly (readonly [string, readonly number[], readonly number[], readonly (string | number)[]])[];
  /** `[name, numbers of parts]` */
  readonly tables: readonly (readonly [string, readonly number[]])[];
  readonly documents: Readonly<Record<string, Digest>>;
  readonly gone: readonly string[];
  readonly lengths: readonly number[];
}

/** The bytes of a segment. `stamp` tells what made it; another Conductor does not believe it. */
export function encodeTraces({ log, jobs, tables, documents, gone }: Traces, stamp: string): Uint8Array {
  const parts: string[] = [];
  const numbers = new Map<string, number>();
  const partNumbers = (of: Readonly<Record<string, Digest>>) =>
    Object.keys(of).map((name) => {
      const part = `${name} ${of[name]}`;
      let number = numbers.get(part);
      if (number === undefined) numbers.set(part, (number = parts.push(part) - 1));
      return number;
    });
  const arrays = [log.setNodes, log.nodeParent, log.nodeKey, log.nodeReads, log.readKey, log.readSeen];
  const head: Head = {
    stamp,
    jobs: jobs.map((job) => [job.id, partNumbers(job.parts), job.sets, job.files.flatMap(({ path, digest, size }) => [path, digest, size])]),
    tables: tables.map((table) => [table.name, partNumbers(table.parts)]),
    parts,
    strings: log.strings,
    documents,
    gone,
    lengths: arrays.map((array) => array.length),
  };
  const body = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...arrays.map((array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength))]);
  return Buffer.concat([Buffer.from(`conductor-traces 4 ${digestOf(body)} ${body.length}\n`), body]);
}

/** What a trace file holds: its segments up to the first that is not exactly what was written, and whether that was the end. */
export interface DecodedTraces {
  readonly segments: readonly Traces[];
  readonly whole: boolean;
}

/** Reads a trace file. Segments with another stamp are not believed, nor is anything after them. */
export function decodeTraces(bytes: Uint8Array, stamp: string): DecodedTraces {
  const segments: Traces[] = [];
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

function decodeSegment(body: Buffer, stamp: string): Traces | undefined {
  const headEnd = body.indexOf(10);
  const head = JSON.parse(body.toString('utf8', 0, headEnd)) as Head;
  if (head.stamp !== stamp) return undefined;
  let at = headEnd + 1;
  const [setNodes, nodeParent, nodeKey, nodeReads, readKey, readSeen] = head.lengths.map((length) => {
    const array = new Int32Array(length);
    Buffer.from(array.buffer).set(body.subarray(at, at + length * 4));
    at += length * 4;
    return array;
  }) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  const known = head.parts.map((part) => [part.slice(0, part.lastIndexOf(' ')), part.slice(part.lastIndexOf(' ') + 1)] as const);
  const partsOf = (numbers: readonly number[]) => Object.fromEntries(numbers.map((number) => known[number] as readonly [string, Digest]));
  return {
    log: { strings: head.strings, setNodes, nodeParent, nodeKey, nodeReads, readKey, readSeen },
    jobs: head.jobs.map(([id, parts, sets, files]): JobTrace => ({ id, parts: partsOf(parts), sets, files: filesOf(files) })),
    tables: head.tables.map(([name, parts]): TableTrace => ({ name, parts: partsOf(parts) })),
    documents: head.documents,
    gone: head.gone,
  };
}

function filesOf(flat: readonly (string | number)[]): TracedFile[] {
  const files: TracedFile[] = [];
  for (let at = 0; at < flat.length; at += 3) files.push({ path: flat[at] as string, digest: flat[at + 1] as Digest, size: flat[at + 2] as number });
  return files;
}
