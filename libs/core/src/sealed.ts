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
  const opened = openedBy(bytes, /^conductor-sealed 1 ([0-9a-f]{64}) (\d+)$/);
  return opened && opened.rest.length === Number(opened.header[2]) && digestOf(opened.rest) === opened.header[1] ? utf8Of(opened.rest) : undefined;
}

/**
 * Like {@link seal}, with the body once more in place of its digest: comparing the two takes no time, while a digest, and a
 * checksum as well, would have to be loaded. For what a run that finds nothing changed has to read.
 *
 *     conductor-twice 1 <bytes of the body>
 */
export function sealLightly(body: string): Uint8Array {
  const bytes = Buffer.from(body);
  return Buffer.concat([Buffer.from(`conductor-twice 1 ${bytes.length}\n`), bytes, bytes]);
}

/** The body of what was {@link sealLightly sealed lightly}, or undefined when it is not as it was written. */
export function unsealLightly(bytes: Uint8Array): string | undefined {
  const opened = openedBy(bytes, /^conductor-twice 1 (\d+)$/);
  const length = Number(opened?.header[1]);
  if (opened?.rest.length !== 2 * length) return undefined;
  const body = opened.rest.subarray(0, length);
  return Buffer.compare(body, opened.rest.subarray(length)) === 0 ? utf8Of(body) : undefined;
}

/** A header line as it is expected, and what comes behind it. */
function openedBy(bytes: Uint8Array, header: RegExp): { readonly header: RegExpExecArray; readonly rest: Uint8Array } | undefined {
  const newline = bytes.indexOf(10);
  if (newline < 0 || newline > 200) return undefined;
  const found = header.exec(Buffer.from(bytes.buffer, bytes.byteOffset, newline).toString('latin1'));
  return found ? { header: found, rest: bytes.subarray(newline + 1) } : undefined;
}
