/**
 * What ast-grep says of a matcher that it cannot use, in one line; of a regular expression what is wrong with it and where,
 * which it draws beneath the expression.
 */
export function plainReason(message: string): string {
  const drawn = /regex parse error:\n([\s\S]*)\nerror: ([^\n]+)/.exec(message);
  const place = drawn === null ? undefined : placeIn(drawn[1] as string);
  return drawn === null || place === undefined ? message.replace(/\s*\n\s*(?:\|->)?/g, ' ') : `the regular expression is wrong at ${place}: ${drawn[2] as string}`;
}

/** Where the marks stand: beneath an expression of one line, or beneath the numbered lines of a longer one. */
function placeIn(drawing: string): string | undefined {
  const lines = drawing.split('\n');
  const below = lines.findIndex((line, index) => index > 0 && /^\s+\^+\s*$/.test(line));
  const [line, marks] = [lines[below - 1], lines[below]];
  if (line === undefined || marks === undefined) return undefined;
  const [prefix, number] = /^\s*(\d+): /.exec(lines.length > 2 ? line : '') ?? [INDENTED];
  const character = `character ${marks.indexOf('^') - prefix.length + 1}`;
  return number === undefined ? `${character}, \`${line.slice(prefix.length)}\`` : `line ${number}, ${character}, \`${line.slice(prefix.length)}\``;
}

const INDENTED = '    ';
