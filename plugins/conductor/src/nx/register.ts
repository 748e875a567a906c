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

/** The text of an `nx.json` with a sync generator among those that `nx sync` runs; a text that has it stays as it is. */
export function registerSync(text: string, generator: string): string {
  const { applyEdits, modify, parse } = require('jsonc-parser') as typeof import('jsonc-parser');
  const { sync } = (parse(text) ?? {}) as { sync?: { readonly globalGenerators?: readonly string[] } };
  const known = sync?.globalGenerators;
  if (known?.includes(generator)) return text;
  const path = ['sync', 'globalGenerators', ...(known === undefined ? [] : [known.length])];
  return applyEdits(text, modify(text, path, known === undefined ? [generator] : generator, { formattingOptions: { insertSpaces: true, tabSize: 2 }, isArrayInsertion: known !== undefined }));
}
