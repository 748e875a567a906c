import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A formatter, ready to use. */
export interface Formatter {
  /** Name and version. */
  readonly id: string;
  /** Formats one text; the absolute path tells the language. A text in a language that it does not know stays as it is. Rejects with a reason for people. */
  format(path: string, text: string): Promise<string>;
}

/** Loads a formatter that is installed for a project; undefined when it is not. */
export async function loadFormatter(name: string, from: string, configuration: string | undefined): Promise<Formatter | undefined> {
  const { createRequire } = require('node:module') as typeof import('node:module');
  const load = createRequire(join(from, 'conductor.json'));
  const description = resolveOrUndefined(load, `${name}/package.json`);
  if (description === undefined) return undefined;
  const { version } = JSON.parse(readFileSync(description, 'utf8')) as { version: string };
  const module = exportsOf(await importModule(load.resolve(name)));
  const id = `${name} ${version}`;
  return name === 'oxfmt' ? oxfmt(id, module as Oxfmt, configuration) : prettier(id, module as Prettier, configuration);
}

/** The parts of oxfmt's API that are used. */
interface Oxfmt {
  format(fileName: string, text: string, options: object): Promise<{ code: string; errors: readonly { message: string }[] }>;
}

function oxfmt(id: string, module: Oxfmt, configuration: string | undefined): Formatter {
  const options = configuration === undefined ? {} : oxfmtOptions(readFileSync(configuration, 'utf8'));
  return {
    id,
    async format(path, text) {
      const { code, errors } = await module.format(path, text, options);
      if (errors[0]?.message.startsWith('Unsupported file type')) return text;
      if (errors[0]) throw new Error(errors[0].message);
      return code;
    },
  };
}

/** A configuration file as options for single texts: what tells which files to format has no meaning there. */
function oxfmtOptions(text: string): object {
  const { parse } = require('jsonc-parser') as typeof import('jsonc-parser');
  const { $schema, ignorePatterns, overrides, ...options } = parse(text) as Record<string, unknown>;
  if (overrides !== undefined) throw new Error('.oxfmtrc.json has "overrides", which single texts cannot follow; give the output folder a configuration without them');
  return options;
}

/** The parts of Prettier's API that are used. */
interface Prettier {
  format(text: string, options: object): Promise<string>;
  resolveConfig(path: string, options: object): Promise<{ readonly parser?: unknown; readonly plugins?: unknown } | null>;
  getFileInfo(path: string, options: object): Promise<{ readonly inferredParser: string | null }>;
}

function prettier(id: string, module: Prettier, configuration: string | undefined): Formatter {
  return {
    id,
    async format(path, text) {
      const options = configuration === undefined ? null : await module.resolveConfig(path, { editorconfig: true });
      const known = options?.parser !== undefined || (await module.getFileInfo(path, { plugins: options?.plugins ?? [], resolveConfig: false, withNodeModules: true })).inferredParser !== null;
      return known ? module.format(text, { ...options, filepath: path }) : text;
    },
  };
}

/** What a module exports: of CommonJS Node gives it as `default`, and beside it only the names that it can see without running the module. */
const exportsOf = (module: unknown): unknown => (typeof module === 'object' && module !== null && 'default' in module && !('format' in module) ? module.default : module);

function resolveOrUndefined(load: NodeJS.Require, name: string): string | undefined {
  try {
    return load.resolve(name);
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** `import()` of an ES module from bundled CommonJS; bundlers leave it alone because the address is computed. */
const importModule = (path: string): Promise<unknown> => import(pathToFileURL(path).href);
