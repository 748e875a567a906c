import type { Extension } from '../layout/layout';
import type { EmitOptions } from '../request';
import type { Fault, RawMap, Translated } from './engine';
import { loadOxc, type Oxc } from './load-oxc';

type TransformOptions = import('oxc-transform').TransformOptions;
type OxcError = import('oxc-transform').OxcError;

/** Which parts of a translation are wanted. */
export interface Wanted {
  readonly code: boolean;
  readonly codeMap: boolean;
  readonly types: boolean;
  readonly typesMap: boolean;
}

/** A translator of one text. */
export type Translate = (name: string, text: string, extension: Extension, wanted: Wanted) => Translated;

/** Translates texts to ES modules and their declarations with oxc, one file alone. What the options come to is worked out once. */
export function oxcTranslator(options: EmitOptions, platform: string | undefined): Translate {
  const known = new Map<string, TransformOptions>();
  return (name, text, extension, wanted) => {
    const key = `${extension}${Number(wanted.codeMap)}${Number(wanted.types)}${Number(wanted.typesMap)}`;
    let transform = known.get(key);
    if (!transform) known.set(key, (transform = transformOptions(extension, options, wanted)));
    // A run in which no source turns out to have changed does not load it.
    return translateWithOxc(loadOxc(platform), name, text, transform, options, wanted);
  };
}

function translateWithOxc(oxc: Oxc, name: string, text: string, transform: TransformOptions, options: EmitOptions, wanted: Wanted): Translated {
  if (!wanted.code) {
    const declaration = declarationOptions(options, wanted);
    const made = oxc.isolatedDeclarationSync(name, text, declaration);
    return { code: '', codeMap: undefined, types: made.code, typesMap: raw(made.map), faults: made.errors.map(faultOf), helpers: [] };
  }
  const made = oxc.transformSync(name, text, transform);
  return {
    code: made.code,
    codeMap: wanted.codeMap ? raw(made.map) : undefined,
    types: wanted.types ? made.declaration : undefined,
    typesMap: wanted.typesMap ? raw(made.declarationMap) : undefined,
    faults: made.errors.map(faultOf),
    helpers: Object.keys(made.helpersUsed),
  };
}

const declarationOptions = ({ stripInternal }: EmitOptions, { typesMap }: Wanted) => ({ stripInternal, sourcemap: typesMap });

function transformOptions(extension: Extension, options: EmitOptions, wanted: Wanted): TransformOptions {
  return {
    lang: LANGUAGE[extension] ?? 'ts',
    sourceType: 'module',
    target: options.target,
    sourcemap: wanted.codeMap || wanted.typesMap,
    assumptions: options.useDefineForClassFields ? {} : { setPublicClassFields: true },
    decorator: { legacy: options.experimentalDecorators, emitDecoratorMetadata: options.emitDecoratorMetadata, strictNullChecks: options.strictNullChecks },
    jsx: jsxOf(options),
    typescript: {
      onlyRemoveTypeImports: options.verbatimModuleSyntax,
      removeClassFieldsWithoutInitializer: !options.useDefineForClassFields,
      rewriteImportExtensions: options.rewriteRelativeImportExtensions,
      jsxPragma: options.jsxFactory.split('.')[0] as string,
      jsxPragmaFrag: options.jsxFragmentFactory.split('.')[0] as string,
      ...(wanted.types ? { declaration: declarationOptions(options, wanted) } : {}),
    },
  };
}

const LANGUAGE: Readonly<Partial<Record<Extension, 'ts' | 'tsx' | 'jsx'>>> = { '.tsx': 'tsx', '.js': 'jsx', '.jsx': 'jsx', '.mjs': 'jsx', '.cjs': 'jsx' };

function jsxOf({ jsx, jsxFactory, jsxFragmentFactory, jsxImportSource }: EmitOptions) {
  if (jsx === 'preserve' || jsx === 'react-native') return 'preserve' as const;
  const common = { pure: false, throwIfNamespace: false };
  if (jsx === 'react') return { ...common, runtime: 'classic' as const, pragma: jsxFactory, pragmaFrag: jsxFragmentFactory };
  return { ...common, runtime: 'automatic' as const, development: jsx === 'react-jsxdev', importSource: jsxImportSource };
}

const raw = (map: RawMap | undefined): RawMap | undefined => map && { names: map.names, mappings: map.mappings };

/** Warnings count as errors: oxc warns of what it translates to something else. */
function faultOf(error: OxcError): Fault {
  const typescript = /^TS\(?(\d+)\)?: /.exec(error.message);
  const label = error.labels[0];
  const missing = typescript?.[1]?.startsWith('90') ?? false;
  const namespace = /namespaces?/i.test(error.message);
  return {
    code: typescript ? `TS${typescript[1]}` : namespace ? 'namespace' : 'syntax',
    message: namespace && !typescript ? 'a namespace that exports a variable which can change cannot be emitted from this file alone' : error.message.slice(typescript?.[0].length ?? 0),
    start: label?.start ?? 0,
    end: label?.end ?? 0,
    hint: missing ? HINT_TYPES : namespace ? 'export a const, or set "fallback": "tsc"' : (error.helpMessage ?? undefined),
    mendable: missing || namespace,
  };
}

const HINT_TYPES = 'write the type there, or set "fallback": "tsc" to have TypeScript infer it from the whole program';
