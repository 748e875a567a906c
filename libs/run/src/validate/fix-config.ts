import { isObject, type Json } from '@nx-conductor/core';

/** What a `conductor.json` says of the rules that mend artifacts; the file was checked before. */
export function mendingRules(text: string): true | readonly string[] {
  const value = JSON.parse(text.replace(/^\ufeff/, '')) as Json;
  const rules = isObject(value) ? value['rules'] : undefined;
  const fix = isObject(rules) ? rules['fix'] : undefined;
  if (fix === true) return true;
  return Array.isArray(fix) ? fix.filter((id) => typeof id === 'string') : [];
}

/** The text of a `conductor.json` with these rules as `rules.fix`; everything else of it stays as it is written. */
export function withMendingRules(text: string, ids: readonly string[]): string {
  const { applyEdits, findNodeAtLocation, modify, parseTree } = require('jsonc-parser') as typeof import('jsonc-parser');
  const list = `[${ids.map((id) => JSON.stringify(id)).join(', ')}]`;
  const root = parseTree(text);
  const rules = root && findNodeAtLocation(root, ['rules']);
  // Its own layout would take the lines around along, so only the place is taken from it.
  const edits = modify(text, ['rules', 'fix'], [...ids], {});
  const among = rules ?? root;
  const first = among?.children?.[0];
  const gap = among && first ? text.slice(among.offset + 1, first.offset) : ' ';
  return applyEdits(
    text,
    edits.map(({ offset, length, content }) => {
      if (content.startsWith('[')) return { offset, length, content: list };
      const entry = rules ? `"fix": ${list}` : `"rules": { "fix": ${list} }`;
      return { offset, length, content: first ? `,${gap}${entry}` : `${gap}${entry}${gap}` };
    }),
  );
}
