import type { Place } from '@nx-conductor/core';
import { placeAt } from './place';

const REPLACEMENT = Buffer.from('\ufffd');

/** Where bytes stop being UTF-8, and what stands there. The bytes must not be UTF-8. */
export function wrongEncoding(file: string, bytes: Buffer): { readonly place: Place; readonly received: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { place: { file, line: 1, column: 1 }, received: 'UTF-16, little endian' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { place: { file, line: 1, column: 1 }, received: 'UTF-16, big endian' };
  const text = bytes.toString('utf8');
  // The first bad byte is the first replacement character in the text that the file does not itself spell out.
  let read = 0;
  let byte = 0;
  for (;;) {
    const next = text.indexOf('\ufffd', read);
    byte += Buffer.byteLength(text.slice(read, next));
    if (!REPLACEMENT.equals(bytes.subarray(byte, byte + REPLACEMENT.length))) {
      return { place: placeAt(file, text, next), received: `byte 0x${(bytes[byte] as number).toString(16).padStart(2, '0')}` };
    }
    byte += REPLACEMENT.length;
    read = next + 1;
  }
}
