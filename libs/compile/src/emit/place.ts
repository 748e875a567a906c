import { utf8Of } from '@nx-conductor/core';
import type { Finding } from '../finding';

/** A place in a text, by offsets in its UTF-8 bytes, as a finding tells it. A line ends at LF, CRLF or CR. */
export function placeAt(bytes: Uint8Array, start: number, end: number): Required<Pick<Finding, 'line' | 'column' | 'length' | 'sourceLine'>> {
  const at = Math.min(start, bytes.length);
  let line = 1;
  let begin = 0;
  for (let i = 0; i < at; i++) {
    const isEnd = bytes[i] === LF || (bytes[i] === CR && bytes[i + 1] !== LF);
    if (!isEnd) continue;
    line += 1;
    begin = i + 1;
  }
  let last = at;
  while (last < bytes.length && bytes[last] !== LF && bytes[last] !== CR) last += 1;
  return {
    line,
    column: utf8Of(bytes.subarray(begin, at)).length + 1,
    length: utf8Of(bytes.subarray(at, Math.max(at, Math.min(end, last)))).length,
    sourceLine: utf8Of(bytes.subarray(begin, last)),
  };
}

const LF = 10;
const CR = 13;
