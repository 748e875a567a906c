import { digestOf } from './digest';
import { checksumOf } from './node-crypto';
import { utf8Of } from './utf8';

/**
 * A sealed file is one that only Conductor writes and that may be lost at any time: a header line, then the body.
 *
 *     conductor-sealed 1 <SHA-256 of the body> <bytes of the body>
 *
 * The digest is of the body alone, so that a torn, truncated or flipped file is seen when it is read.
 */
export function seal(body: string): string {
  return `conductor-sealed 1 ${digestOf(body)} ${Buffer.byteLength(body)}\n${body}`;
}

/** The body of a sealed file, or undefined when one bit of it is not as it was written. */
export function unseal(bytes: Uint8Array): string | undefined {
  return bodyIn(bytes, /^conductor-sealed 1 ([0-9a-f]{64}) (\d+)$/, digestOf);
}

/**
 * Like {@link seal}, with a CRC-32 in place of the digest, which needs no hash to be loaded: for what a run that finds
 * nothing changed has to read.
 *
 *     conductor-checked 1 <CRC-32 of the body, eight hexadecimal digits> <bytes of the body>
 */
export function sealLightly(body: string): Uint8Array {
  const bytes = Buffer.from(body);
  return Buffer.concat([Buffer.from(`conductor-checked 1 ${hexOf(checksumOf(bytes))} ${bytes.length}\n`), bytes]);
}

/** The body of what was {@link sealLightly sealed lightly}, or undefined when it is not as it was written. */
export function unsealLightly(bytes: Uint8Array): string | undefined {
  return bodyIn(bytes, /^conductor-checked 1 ([0-9a-f]{8}) (\d+)$/, (body) => hexOf(checksumOf(body)));
}

/** The body after a header line that gives what `checkOf` comes to, and the length. */
function bodyIn(bytes: Uint8Array, header: RegExp, checkOf: (body: Uint8Array) => string): string | undefined {
  const newline = bytes.indexOf(10);
  if (newline < 0 || newline > 200) return undefined;
  const match = header.exec(Buffer.from(bytes.buffer, bytes.byteOffset, newline).toString('latin1'));
  const body = bytes.subarray(newline + 1);
  return match && body.length === Number(match[2]) && checkOf(body) === match[1] ? utf8Of(body) : undefined;
}

const hexOf = (checksum: number): string => checksum.toString(16).padStart(8, '0');
