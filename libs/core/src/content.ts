import { utf8Of } from './utf8';

/** What a file holds: a text, or the bytes of what is none. */
export type Content = string | Uint8Array;

/**
 * The content of a file with these bytes. It is a text when it is sound UTF-8 without a NUL: what tools that show, merge
 * and format texts can work on, and what gives the same bytes again.
 */
export function contentOf(bytes: Uint8Array): Content {
  if (bytes.includes(0)) return bytes;
  const text = utf8Of(bytes);
  return Buffer.from(text).equals(bytes) ? text : bytes;
}
