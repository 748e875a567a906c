import type { Paint } from './io';

/** Columns of a source line that are shown: what is longer is cut around the place. */
const WIDTH = 160;

/**
 * A line of a source with a caret below the place, for messages. Line and column count from 1, columns in UTF-16 units;
 * without a column the line alone. Without a length the word or string that begins there is underlined.
 */
export function frame(sourceLine: string, line: number, column: number | undefined, length: number | undefined, paint: Paint): string[] {
  const at = column ?? 1;
  const from = at > WIDTH ? at - WIDTH / 2 : 0;
  const shown = harmless(sourceLine).slice(from, from + WIDTH);
  const margin = String(line);
  const lines = [`  ${paint.dim(`${margin} |`)} ${shown}`];
  if (column === undefined) return lines;
  const before = column - 1 - from;
  const wanted = length ?? wordAt(shown, before);
  const carets = '^'.repeat(Math.max(1, Math.min(wanted, shown.length - before)));
  return [...lines, `  ${paint.dim(`${' '.repeat(margin.length)} |`)} ${blank(shown.slice(0, before)).padEnd(before)}${paint.red(carets)}`];
}

/** Length of the string or the word that begins at a column; 1 where neither does. */
function wordAt(text: string, column: number): number {
  return /^(?:"(?:[^"\\]|\\.)*"|[\w$./-]+)/.exec(text.slice(column))?.[0].length ?? 1;
}

/** As wide as a text on the screen: tabs stay tabs, so that the caret stands below what it means; East Asian letters take two columns. */
const blank = (text: string): string => text.replace(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g, '  ').replace(/[^\t]/g, ' ');

/** What would move the cursor or turn the direction of writing could make a line look like another. */
const harmless = (text: string): string => text.replace(/(?!\t)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
