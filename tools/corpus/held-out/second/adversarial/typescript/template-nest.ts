/** Words that mark the beginning and the end of a block. */
export const MARKS = { open: '/*', close: '*/', line: '//', tick: '`', quote: "'" } as const;

const QUOTED = /(["'`])(?:\\.|(?!\1)[^\\])*\1|\/\*[\s\S]*?\*\/|\/\/.*$/gm;
const BRACKETS = /[{}[\]()]/g;

/** Takes texts and comments out, so that only code is left. */
export function stripTexts(source: string): string {
  return source.replace(QUOTED, (found) => (found.startsWith('/') ? ' ' : '""'));
}

/** Describes the brackets of a source, such as `{ open: 2, closed: 1 }`. */
export function describeBrackets(source: string): string {
  const found = stripTexts(source).match(BRACKETS) ?? [];
  const open = found.filter((bracket) => '{[('.includes(bracket)).length;
  const closed = found.length - open;
  return `{ open: ${open}, closed: ${closed}${open === closed ? '' : `, off: ${`${open - closed}`.padStart(3, ' ')}`} }`;
}
