/** Where a pattern first occurs, in bytes of UTF-8; the start of the text when it does not. */
export function spanOf(text: string, pattern: RegExp): { start: number; end: number } {
  const match = pattern.exec(text);
  if (!match) return { start: 0, end: 0 };
  const start = Buffer.byteLength(text.slice(0, match.index));
  return { start, end: start + Buffer.byteLength(match[0]) };
}

/** A name as a pattern that means it literally. */
export const escaped = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
