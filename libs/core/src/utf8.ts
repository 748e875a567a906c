/** Bytes as UTF-8 text, without copying them first: a `Uint8Array` may be a window into a larger buffer. */
export function utf8Of(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
