import type { Place } from '@nx-conductor/core';

/** The place of an offset (in UTF-16 code units) of a text; lines end in LF, CR LF or CR. */
export function placeAt(file: string, text: string, offset: number): Place & { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (const ending of text.slice(0, offset).matchAll(/\r\n|\n|\r/g)) {
    line++;
    start = ending.index + ending[0].length;
  }
  return { file, line, column: offset - start + 1 };
}
