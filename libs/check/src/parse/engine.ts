import type { Language } from '../language';

/** A node of a syntax tree. Every call goes into native code: few of them, on few nodes. */
export type Node = import('@ast-grep/napi').SgNode;

/** A matcher with what it refers to, as ast-grep takes it. */
export type MatcherConfig = import('@ast-grep/napi').NapiConfig;

/** The parsers. */
export interface Engine {
  /** The root of a text's tree; undefined for a language without a parser on this platform. Never fails: what is wrong is in the tree. */
  parse(language: Language, text: string): Node | undefined;
  /**
   * Looks for a matcher in many files as they lie on disk: in threads of its own, and with the matcher compiled once, which
   * costs more than asking it of a small file. `found` hears of each file that has a match, in any order; a file that cannot
   * be read, or whose extension ast-grep takes for another language, is passed over. Fails when the matcher cannot be compiled.
   */
  findInFiles(language: Language, paths: readonly string[], matcher: MatcherConfig, found: (path: string, nodes: readonly Node[]) => void): Promise<void>;
}

/**
 * Loads ast-grep and registers the parsers that it does not bring along. Only processes that judge do this: native code
 * cannot be interrupted, and a fault in it ends its process. Registering again does nothing: ast-grep heeds the first time.
 */
export function loadEngine(): Engine {
  const { findInFiles, parse, registerDynamicLanguage } = require('@ast-grep/napi') as typeof import('@ast-grep/napi');
  const registrations = { json: load(() => require('@ast-grep/lang-json')), python: load(() => require('@ast-grep/lang-python')), sql: load(() => require('@ast-grep/lang-sql')) };
  const there = Object.entries(registrations).filter(([, registration]) => registration !== undefined);
  registerDynamicLanguage(Object.fromEntries(there) as Parameters<typeof registerDynamicLanguage>[0]);
  const names: Partial<Record<Language, string>> = { ...BUILT_IN, ...Object.fromEntries(there.map(([name]) => [name, name])) };
  return {
    parse(language, text) {
      const name = names[language];
      return name === undefined ? undefined : parse(name, text).root();
    },
    async findInFiles(language, paths, matcher, found) {
      const name = names[language];
      if (name === undefined) return;
      let heard = 0;
      const bugs: unknown[] = [];
      const total = await findInFiles(name, { paths: [...paths], matcher }, (error, nodes) => {
        heard += 1;
        try {
          const path = nodes?.[0]?.getRoot().filename();
          if (error === null && path !== undefined) found(path, nodes);
        } catch (bug) {
          // What is thrown here would end the process.
          bugs.push(bug);
        }
      });
      // It tells how many files it found something in before all of them were told.
      while (heard < total) await new Promise((resolve) => setImmediate(resolve));
      if (bugs.length > 0) throw bugs[0];
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
