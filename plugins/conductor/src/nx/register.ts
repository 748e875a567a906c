/** The text of an `nx.json` with a plugin among its plugins; comments and layout stay, and so does a text that has it. */
export function registerPlugin(text: string, plugin: string): string {
  const { applyEdits, modify, parse } = require('jsonc-parser') as typeof import('jsonc-parser');
  const { plugins } = (parse(text) ?? {}) as { plugins?: readonly (string | { readonly plugin?: string })[] };
  const names = (plugins ?? []).map((each) => (typeof each === 'string' ? each : each.plugin));
  if (names.includes(plugin)) return text;
  const path = plugins === undefined ? ['plugins'] : ['plugins', plugins.length];
  const value = plugins === undefined ? [plugin] : plugin;
  return applyEdits(text, modify(text, path, value, { formattingOptions: { insertSpaces: true, tabSize: 2 }, isArrayInsertion: plugins !== undefined }));
}
