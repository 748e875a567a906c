import { isAscii, isUtf8 } from 'node:buffer';
import { extname } from 'node:path';
import { digestOf, done, failed, utf8Of, type Digest, type Outcome } from '@nx-conductor/core';
import { wrongEncoding } from './encoding';

/** The two notations that specs are written in. */
export type Language = 'json' | 'yaml';

/** The text of one file, and what messages and digests need of it. */
export interface Source {
  /** Absolute path. */
  readonly path: string;
  /** Path as people know it. */
  readonly file: string;
  /** Without a byte order mark. */
  readonly text: string;
  readonly language: Language;
  readonly digest: Digest;
}

/**
 * Decodes a file. A UTF-8 byte order mark is dropped, since editors on some systems add one unasked; anything
 * that is not UTF-8 is a failure, because guessing an encoding would generate wrong names without a word.
 */
export function decodeSource(path: string, file: string, bytes: Uint8Array, digest: Digest = digestOf(bytes)): Outcome<Source> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = decode(buffer);
  if (text === undefined) {
    const { place, received } = wrongEncoding(file, buffer);
    return failed({ code: 'syntax', place, language: languageOf(path, ''), expected: 'text encoded in UTF-8', received });
  }
  return done({ path, file, text, language: languageOf(path, text), digest });
}

/** A file of which only messages need the text: it is decoded when one asks. The bytes must be known to be JSON, without a byte order mark. */
export function lateSource(path: string, file: string, bytes: Uint8Array, digest: Digest): Source {
  let text: string | undefined;
  return {
    path,
    file,
    get text() {
      return (text ??= utf8Of(bytes));
    },
    language: 'json',
    digest,
  };
}

/** By extension; a file with another extension, or none, is JSON when it begins like it. */
function languageOf(path: string, text: string): Language {
  const extension = extname(path).toLowerCase();
  if (extension === '.json') return 'json';
  if (extension === '.yaml' || extension === '.yml') return 'yaml';
  return /^\s*[{[]/.test(text) ? 'json' : 'yaml';
}

/** ASCII is copied byte by byte, five times as fast as decoding UTF-8; most specs are ASCII. */
function decode(buffer: Buffer): string | undefined {
  if (isAscii(buffer)) return buffer.toString('latin1');
  if (!isUtf8(buffer)) return undefined;
  const text = buffer.toString('utf8');
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
