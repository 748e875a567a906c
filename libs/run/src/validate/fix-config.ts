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
  const { applyEdits, modify } = require('jsonc-parser') as typeof import('jsonc-parser');
  const indent = /\n([ \t]+)"/.exec(text)?.[1];
  const formattingOptions = { insertSpaces: indent?.startsWith('\t') !== true, tabSize: indent?.length ?? 2, eol: text.includes('\r\n') ? '\r\n' : '\n' };
  return applyEdits(text, modify(text, ['rules', 'fix'], [...ids], { formattingOptions }));
}
