/** The languages that are parsed, by the names that rules use. */
export const LANGUAGES = ['typescript', 'tsx', 'javascript', 'html', 'css', 'json', 'python', 'sql'] as const;

export type Language = (typeof LANGUAGES)[number];

/** The language of a file by its extension, whatever its case; undefined for one that is not parsed. */
export function languageOf(path: string): Language | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot < 0 ? undefined : EXTENSIONS.get(name.slice(dot + 1).toLowerCase());
}

/** Whether a name, such as a kind of a rule, is that of a language. */
export const isKnownLanguage = (name: string): name is Language => (LANGUAGES as readonly string[]).includes(name);

const EXTENSIONS: ReadonlyMap<string, Language> = new Map([
  ['ts', 'typescript'],
  ['mts', 'typescript'],
  ['cts', 'typescript'],
  ['tsx', 'tsx'],
  ['js', 'javascript'],
  ['mjs', 'javascript'],
  ['cjs', 'javascript'],
  ['jsx', 'javascript'],
  ['html', 'html'],
  ['htm', 'html'],
  ['css', 'css'],
  ['json', 'json'],
  ['py', 'python'],
  ['pyi', 'python'],
  ['sql', 'sql'],
]);
