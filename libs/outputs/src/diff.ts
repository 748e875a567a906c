/** Longest texts (in characters) that are compared line by line; beyond it a diff costs seconds and helps nobody. */
const MAX_LENGTH = 400_000;

/** A unified diff from one text to another; a line of sizes when they are too large or too different to compare. */
export function unifiedDiff(path: string, before: string | undefined, after: string | undefined): string {
  const { createTwoFilesPatch } = require('diff') as typeof import('diff');
  const from = before ?? '';
  const to = after ?? '';
  const names = [before === undefined ? '/dev/null' : `a/${path}`, after === undefined ? '/dev/null' : `b/${path}`] as const;
  const summary = `--- ${names[0]}\n+++ ${names[1]}\n${from.length} characters → ${to.length} characters\n`;
  if (from.length + to.length > MAX_LENGTH) return summary;
  const patch = createTwoFilesPatch(names[0], names[1], from, to, undefined, undefined, { context: 3, maxEditLength: 5000 });
  return patch === undefined ? summary : patch.replace(/^=+\n/, '');
}
