/** The entries of a JSON text: where their values begin and end, in bytes, in the order of the text. */
export interface Ranges {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const SPACE = 0x20;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

/** Deepest nesting that a scan follows; documents are not allowed to come near. */
const LEVELS = 1024;

/**
 * Finds the entries of a text that is known to be JSON: the members of every object of more than `split` bytes that
 * stands in such objects only, unless they are themselves such objects. Undefined when the root is not one, or nests
 * deeper than any document may.
 */
export function scanEntries(bytes: Uint8Array, split: number): Ranges | undefined {
  let starts = new Uint32Array(4096);
  let ends = new Uint32Array(4096);
  let count = 0;
  // Of every open object or array: where it begins, whether it is an object, and how many entries there were before it.
  const begins = new Uint32Array(LEVELS);
  const objects = new Uint8Array(LEVELS);
  const before = new Uint32Array(LEVELS);
  let level = -1;
  let isKey = false;
  const { length } = bytes;
  for (let at = 0; at < length; ) {
    let byte = bytes[at] as number;
    // Most bytes are in strings and white space: those two loops are what a scan costs.
    while (byte <= SPACE) byte = bytes[++at] ?? QUOTE;
    if (at >= length) break;
    let start = at;
    if (byte === QUOTE) {
      do byte = bytes[++at] as number;
      while (byte !== QUOTE && (byte !== BACKSLASH || ++at > 0));
      at++;
      if (isKey) {
        isKey = false;
        continue;
      }
    } else if (byte === COLON) {
      at++;
      continue;
    } else if (byte === COMMA) {
      isKey = objects[level] === 1;
      at++;
      continue;
    } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      if (++level === LEVELS) return undefined;
      begins[level] = at++;
      objects[level] = byte === OPEN_BRACE ? 1 : 0;
      before[level] = count;
      isKey = byte === OPEN_BRACE;
      continue;
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
      start = begins[level] as number;
      at++;
      isKey = false;
      level--;
      if (byte === CLOSE_BRACE && at - start > split) continue;
      count = before[level + 1] as number;
    } else at = scalarEnd(bytes, at);
    if (level < 0 || objects[level] !== 1) continue;
    if (count === starts.length) [starts, ends] = [grown(starts), grown(ends)];
    starts[count] = start;
    ends[count++] = at;
  }
  return count === 0 ? undefined : { starts: starts.slice(0, count), ends: ends.slice(0, count) };
}

/**
 * Where the value that begins at an offset would end, if it is JSON: its brackets are counted and its strings passed
 * over, nothing more. The offset itself where no value begins.
 */
export function valueEnd(bytes: Uint8Array, start: number): number {
  const first = bytes[start];
  if (first === QUOTE) return stringEnd(bytes, start);
  if (first !== OPEN_BRACE && first !== OPEN_BRACKET) return scalarEnd(bytes, start);
  let open = 0;
  for (let at = start; at < bytes.length; ) {
    const byte = bytes[at] as number;
    if (byte === QUOTE) at = stringEnd(bytes, at);
    else {
      at++;
      if (byte === OPEN_BRACE || byte === OPEN_BRACKET) open++;
      else if ((byte === CLOSE_BRACE || byte === CLOSE_BRACKET) && --open === 0) return at;
    }
  }
  return bytes.length;
}

function stringEnd(bytes: Uint8Array, start: number): number {
  let at = start + 1;
  for (let byte = bytes[at]; byte !== QUOTE && byte !== undefined; byte = bytes[++at]) if (byte === BACKSLASH) at++;
  return Math.min(at + 1, bytes.length);
}

function scalarEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  for (let byte = bytes[at]; byte !== undefined && byte > SPACE && byte !== COMMA && byte !== CLOSE_BRACE && byte !== CLOSE_BRACKET; byte = bytes[at]) at++;
  return at;
}

function grown(list: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(list.length * 2);
  larger.set(list);
  return larger;
}
