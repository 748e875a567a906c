/** Lines and columns of offsets in one text. Lines end in LF, CR LF or CR; columns count UTF-16 code units; both from 1. */
export interface Places {
  at(offset: number): { readonly line: number; readonly column: number };
}

/** Finds the lines of a text once. A byte order mark stands before the first column: editors do not show it. */
export function placesIn(text: string): Places {
  const starts = [text.charCodeAt(0) === 0xfeff ? 1 : 0];
  for (const ending of text.matchAll(/\r\n|\n|\r/g)) starts.push(ending.index + ending[0].length);
  return {
    at(offset) {
      let [low, high] = [0, starts.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] as number) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: Math.max(0, offset - (starts[low] as number)) + 1 };
    },
  };
}
