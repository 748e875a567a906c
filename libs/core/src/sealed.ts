import { digestOf } from './digest';
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
  const newline = bytes.indexOf(10);
  if (newline < 0 || newline > 200) return undefined;
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, newline).toString('latin1');
  const match = /^conductor-sealed 1 ([0-9a-f]{64}) (\d+)$/.exec(header);
  if (!match) return undefined;
  const body = bytes.subarray(newline + 1);
  if (body.length !== Number(match[2]) || digestOf(body) !== match[1]) return undefined;
  return utf8Of(body);
}
