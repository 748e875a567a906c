import type { Content } from '@nx-conductor/core';

/** Longest texts (in characters) that are compared line by line; beyond it a diff costs seconds and helps nobody. */
const MAX_LENGTH = 400_000;

/** A unified diff from one content to another; a line of sizes when they are no texts, too large or too different to compare. */
export function unifiedDiff(path: string, before: Content | undefined, after: Content | undefined): string {
  const names = [before === undefined ? '/dev/null' : `a/${path}`, after === undefined ? '/dev/null' : `b/${path}`] as const;
  const head = `--- ${names[0]}\n+++ ${names[1]}\n`;
  const [from, to] = [before ?? '', after ?? ''];
  if (typeof from !== 'string' || typeof to !== 'string') return `${head}no texts: ${Buffer.byteLength(from)} bytes → ${Buffer.byteLength(to)} bytes\n`;
  const summary = `${head}${from.length} characters → ${to.length} characters\n`;
  if (from.length + to.length > MAX_LENGTH) return summary;
  const { createTwoFilesPatch } = require('diff') as typeof import('diff');
  const patch = createTwoFilesPatch(names[0], names[1], from, to, undefined, undefined, { context: 3, maxEditLength: 5000 });
  return patch === undefined ? summary : patch.replace(/^=+\n/, '');
}
