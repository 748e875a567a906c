/**
 * A table for a terminal: the first two columns to the left, figures to the right.
 *
 * @param {string[][]} rows the first is the head
 */
export function textTable(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => [...row[column]].length)));
  const line = (row) => row.map((cell, column) => pad(cell, widths[column], column < 2)).join('  ').trimEnd();
  return [line(rows[0]), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.slice(1).map(line)].join('\n');
}

/** @param {string[][]} rows the first is the head */
export function markdownTable(rows) {
  const line = (row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = `|${rows[0].map((_, column) => (column < 2 ? ' --- ' : ' ---: ')).join('|')}|`;
  return [line(rows[0]), rule, ...rows.slice(1).map(line)].join('\n');
}

function pad(cell, width, left) {
  const space = ' '.repeat(width - [...cell].length);
  return left ? cell + space : space + cell;
}
