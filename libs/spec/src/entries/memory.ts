import { isUtf8 } from 'node:buffer';
import { digestOf, escapeSegment, type AdapterId, type Digest, type Json, type JsonObject, type SpecChange } from '@nx-conductor/core';
import type { KnownRefs, LoadedFile } from '../refs/loaded-file';
import { nestsTooDeep } from '../text/depth';
import { lateSource } from '../text/source';
import { compareText, type Comparison, type Same } from './changes';
import { containersOf, DIGEST, digestOfBytes, digestsOf, entriesOf, pathsOf, type Container, type Entries, type Grain } from './entries';
import { lateDocument, withValues } from './late-document';

/** Texts below this are read whole in a few milliseconds. */
export const LEAST_BYTES = 200_000;

/** What is kept of a text that was read, whole or in part. */
export interface TextMemory {
  readonly adapter: AdapterId;
  readonly digest: Digest;
  readonly refs: KnownRefs;
  /** Computed when it is first asked for; undefined for a text that cannot be read in part. */
  readonly entries: () => Entries | undefined;
  /** SHA-256 of every segment, one after the other. */
  readonly digests: () => Uint8Array;
  /** The text and its document, in the process that read them. */
  readonly live?: { readonly bytes: Uint8Array; readonly document: JsonObject; readonly containers: () => Container };
}

/** A text read in part. */
export interface Revised {
  readonly file: LoadedFile;
  readonly since: SpecChange;
  /** What is kept of the new text, once its references are known. */
  readonly memory: (refs: KnownRefs) => TextMemory;
}

/** Keeps a text that was read whole. */
export function rememberText(adapter: AdapterId, { source, value }: LoadedFile, bytes: Uint8Array, refs: KnownRefs, grain?: Grain): TextMemory | undefined {
  if (source.language !== 'json' || bytes[0] === BYTE_ORDER_MARK) return undefined;
  const entries = once(() => entriesOf(bytes, grain));
  const digests = once(() => digestsOf(bytes, entries() as Entries));
  return { adapter, digest: source.digest, refs, entries, digests, live: { bytes, document: value as JsonObject, containers: once(() => containersOf(entries() as Entries)) } };
}

/** First byte of one in UTF-8. */
const BYTE_ORDER_MARK = 0xef;

/**
 * Reads a text as what has changed since an earlier one. In the process that read that one, the new document shares every
 * value that is the same; from a stored index it is parsed where it is read. Undefined when the text must be read whole.
 */
export function reviseText(earlier: TextMemory, path: string, shown: string, bytes: Uint8Array, digest: Digest = digestOf(bytes)): Revised | undefined {
  const old = earlier.entries();
  if (old === undefined) return undefined;
  const compared = digest === earlier.digest ? unchanged(old) : compareText(bytes, old, earlier.live ? sameBytes(bytes, earlier.live.bytes) : sameDigests(bytes, earlier.digests()));
  if (compared === undefined) return undefined;
  const root = earlier.live ? earlier.live.containers() : containersOf(old);
  const values = parseChanged(compared, root, bytes);
  if (values === undefined) return undefined;
  const document = earlier.live ? withValues(earlier.live.document, values) : documentOf(root, compared.entries, bytes, values);
  const mentionsId = values.some(({ text }) => text.includes('$id'));
  const source = lateSource(path, shown, bytes, digest);
  return {
    file: { source, value: document, mentionsId, revision: { refs: earlier.refs, changed: values } },
    since: { digest: earlier.digest, changed: values.map((each) => each.path.map((key) => `/${escapeSegment(key)}`).join('')) },
    memory: (refs) => ({ ...memoryAfter(earlier, compared, bytes), digest, refs, ...(earlier.live && { live: { ...earlier.live, bytes, document } }) }),
  };
}

/** A new value of an entry. */
interface Changed {
  readonly entry: number;
  readonly path: readonly string[];
  readonly text: string;
  readonly value: Json;
}

/** Parses what changed; undefined when it is not JSON, or so much that reading the whole costs no more. */
function parseChanged({ entries, changed }: Comparison, root: Container, bytes: Uint8Array): Changed[] | undefined {
  if (changed.length === 0) return [];
  const starts = startsOf(entries);
  if (changed.reduce((sum, entry) => sum + (entries.sizes[entry] as number), 0) > bytes.length / 4) return undefined;
  const parsed: Changed[] = [];
  for (const [entry, path] of pathsOf(root, changed)) {
    const part = bytes.subarray(starts[entry], (starts[entry] as number) + (entries.sizes[entry] as number));
    if (!isUtf8(part)) return undefined;
    const text = textOf(part);
    const value = parse(text);
    if (value === undefined || nestsTooDeep(value, path.length)) return undefined;
    parsed.push({ entry, path, text, value });
  }
  return parsed;
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function documentOf(root: Container, entries: Entries, bytes: Uint8Array, changed: readonly Changed[]): JsonObject {
  const starts = startsOf(entries);
  const known = new Map(changed.map(({ entry, value }) => [entry, value]));
  return lateDocument(root, (entry) => {
    const value = known.get(entry);
    return value === undefined ? (JSON.parse(textOf(bytes.subarray(starts[entry], (starts[entry] as number) + (entries.sizes[entry] as number)))) as Json) : value;
  });
}

/** Where each entry begins. */
function startsOf({ gaps, sizes }: Entries): Uint32Array {
  const starts = new Uint32Array(sizes.length);
  for (let entry = 0, at = 0; entry < starts.length; entry++) {
    starts[entry] = at + (gaps[entry] as number);
    at = (starts[entry] as number) + (sizes[entry] as number);
  }
  return starts;
}

function memoryAfter({ adapter, live, digests: before }: TextMemory, { entries, changedSegments }: Comparison, bytes: Uint8Array) {
  const digests = once(() => {
    // Not by way of the earlier memory in a process that stays: one would keep the other, and with it every text there was.
    if (live) return digestsOf(bytes, entries);
    const old = before();
    return digestsOf(bytes, entries, (segment) => (changedSegments[segment] === 1 ? undefined : old.subarray(segment * DIGEST, (segment + 1) * DIGEST)));
  });
  return { adapter, entries: () => entries, digests };
}

function unchanged(entries: Entries): Comparison {
  return { entries, changed: [], changedSegments: new Uint8Array(entries.segments.length) };
}

function sameBytes(bytes: Uint8Array, old: Uint8Array): Same {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const same = (from: number, at: number, size: number) => text.compare(old, from, from + size, at, at + size) === 0;
  return { segment: (_segment, from, at, size) => same(from, at, size), entry: same };
}

function sameDigests(bytes: Uint8Array, digests: Uint8Array): Same {
  return { segment: (segment, _from, at, size) => digestOfBytes(bytes.subarray(at, at + size)).compare(digests, segment * DIGEST, (segment + 1) * DIGEST) === 0 };
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/** Forgets how a value was made once it is: what made it holds a text of many megabytes. */
function once<T>(make: () => T): () => T {
  let pending: (() => T) | undefined = make;
  let value: T | undefined;
  return () => {
    if (pending) value = pending();
    pending = undefined;
    return value as T;
  };
}
