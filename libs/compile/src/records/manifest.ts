import { dirname } from 'node:path';
import { besideOf, checksumOf, DiskError, replaceFile, utf8Of, type Disk } from '@nx-conductor/core';
import type { Program } from '../whole/program';
import type { RecordKey } from './key';
import { bytesFor, tableOver, type Table } from './table';

/** What a compile remembers of the one before. It lies beside the outputs; lost or damaged, everything is compiled again. */
export interface Manifest {
  readonly key: RecordKey;
  /** When it was saved, in milliseconds since the epoch: a file changed in the same tick could look unchanged. */
  readonly savedAt: number;
  readonly table: Table;
  /** What the sources depend on that TypeScript emitted; absent when there are none. */
  readonly program?: Program | undefined;
}

/**
 * The bytes of a manifest, of which 10,000 sources load in a few milliseconds:
 *
 *     0   "conductor-emit 3"                         40  bytes of the key, of the names (uint32 each)
 *     16  1 as a number of the platform (uint32)     48  CRC-32 of bytes 0 to 48 and of all from 52
 *     20  number of entries (uint32)                 52  zeros
 *     24  savedAt (float64)                          56  columns; then key and program as JSON; then the names, each ended by a NUL
 */
export function encodeManifest({ key, savedAt, table, program }: Manifest): Uint8Array {
  const keyBytes = Buffer.from(JSON.stringify({ key, program }));
  const nameBytes = Buffer.from(table.names.map((name) => `${name}\0`).join(''));
  const columns = bytesFor(table.names.length);
  const bytes = new Uint8Array(HEADER + columns + keyBytes.length + nameBytes.length);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC, 0);
  new Uint32Array(bytes.buffer, 16, 1)[0] = 1;
  view.setUint32(20, table.names.length, true);
  view.setFloat64(24, savedAt, true);
  view.setUint32(40, keyBytes.length, true);
  view.setUint32(44, nameBytes.length, true);
  const { stats, digests, flags } = table;
  let at = HEADER;
  for (const column of [stats, digests, flags]) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += column.byteLength;
  }
  bytes.set(keyBytes, at);
  bytes.set(nameBytes, at + keyBytes.length);
  view.setUint32(CHECKSUM, checksum(bytes), true);
  return bytes;
}

/** Reads the bytes of a manifest, over which the table of what it gives lies; undefined when one bit is not as it was written, or another kind of processor wrote them. */
export function decodeManifest(bytes: Uint8Array): Manifest | undefined {
  if (bytes.length < HEADER || !MAGIC.equals(bytes.subarray(0, MAGIC.length))) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [entries, keyLength, nameLength] = [view.getUint32(20, true), view.getUint32(40, true), view.getUint32(44, true)];
  const columns = bytesFor(entries);
  if (bytes.length !== HEADER + columns + keyLength + nameLength || checksum(bytes) !== view.getUint32(CHECKSUM, true)) return undefined;
  if (new Uint32Array(new Uint8Array(bytes.subarray(16, 20)).buffer)[0] !== 1) return undefined;
  const names = utf8Of(bytes.subarray(HEADER + columns + keyLength)).split('\0');
  names.pop();
  const { key, program } = JSON.parse(utf8Of(bytes.subarray(HEADER + columns, HEADER + columns + keyLength))) as Pick<Manifest, 'key' | 'program'>;
  return { key, savedAt: view.getFloat64(24, true), table: tableIn(names, bytes, columns), program };
}

/** The columns where they lie, which takes no copy of megabytes, unless numbers cannot be read from there. */
function tableIn(names: readonly string[], bytes: Uint8Array, columns: number): Table {
  const at = bytes.byteOffset + HEADER;
  if (at % Float64Array.BYTES_PER_ELEMENT === 0) return tableOver(names, bytes.buffer, at);
  return tableOver(names, new Uint8Array(bytes.subarray(HEADER, HEADER + columns)).buffer);
}

/** A manifest as found. */
export type FoundManifest = { readonly state: 'sound'; readonly manifest: Manifest } | { readonly state: 'absent' | 'damaged' };

/** Reads the manifest; one that cannot be read counts as damaged. */
export function readManifest(disk: Disk, path: string): FoundManifest {
  let bytes: Uint8Array | undefined;
  try {
    bytes = disk.read(path);
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
    return { state: 'damaged' };
  }
  if (bytes === undefined) return { state: 'absent' };
  const manifest = decodeManifest(bytes);
  return manifest ? { state: 'sound', manifest } : { state: 'damaged' };
}

/** Replaces the manifest as a whole. Throws {@link DiskError}. */
export function saveManifest(disk: Disk, path: string, manifest: Manifest): void {
  disk.makeDirectory(dirname(path));
  replaceFile(disk, path, encodeManifest(manifest));
}

/** Removes what a run left that was killed while it saved; a link there too, for it would be written through. */
export function clearTemporary(disk: Disk, path: string): void {
  if (disk.stat(besideOf(path)) !== undefined) disk.remove(besideOf(path));
}

const MAGIC = Buffer.from('conductor-emit 3');
const HEADER = 56;
/** Where the checksum stands. */
const CHECKSUM = 48;

const checksum = (bytes: Uint8Array): number => checksumOf(bytes.subarray(HEADER - 4), checksumOf(bytes.subarray(0, CHECKSUM)));
