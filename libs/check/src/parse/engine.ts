import type { Language } from '../language';

/** A node of a syntax tree. Every call goes into native code: few of them, on few nodes. */
export type Node = import('@ast-grep/napi').SgNode;

/** A matcher with what it refers to, as ast-grep takes it. */
export type MatcherConfig = import('@ast-grep/napi').NapiConfig;

/** The parsers. */
export interface Engine {
  /** The root of a text's tree; undefined for a language without a parser on this platform. Never fails: what is wrong is in the tree. */
  parse(language: Language, text: string): Node | undefined;
}

/**
 * Loads ast-grep and registers the parsers that it does not bring along. Only processes that judge do this: native code
 * cannot be interrupted, and a fault in it ends its process. Registering again does nothing: ast-grep heeds the first time.
 */
export function loadEngine(): Engine {
  const { parse, registerDynamicLanguage } = require('@ast-grep/napi') as typeof import('@ast-grep/napi');
  const registrations = { json: load(() => require('@ast-grep/lang-json')), python: load(() => require('@ast-grep/lang-python')), sql: load(() => require('@ast-grep/lang-sql')) };
  const there = Object.entries(registrations).filter(([, registration]) => registration !== undefined);
  registerDynamicLanguage(Object.fromEntries(there) as Parameters<typeof registerDynamicLanguage>[0]);
  const names: Partial<Record<Language, string>> = { ...BUILT_IN, ...Object.fromEntries(there.map(([name]) => [name, name])) };
  return {
    parse(language, text) {
      const name = names[language];
      return name === undefined ? undefined : parse(name, text).root();
    },
  };
}

const BUILT_IN = { typescript: 'TypeScript', tsx: 'Tsx', javascript: 'JavaScript', html: 'Html', css: 'Css' } as const satisfies Partial<Record<Language, string>>;

/** A parser that was built for this platform. Its path is asked for here, since that is what throws for others. */
function load(registration: () => unknown): unknown {
  const found = registration() as { readonly libraryPath: string };
  try {
    return found.libraryPath === '' ? undefined : found;
  } catch {
    return undefined;
  }
}
