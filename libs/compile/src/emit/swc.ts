import type { Extension } from '../layout/layout';
import type { EmitOptions } from '../request';
import type { RawMap, Translated } from './engine';

type Swc = typeof import('@swc/core');
type SwcOptions = import('@swc/core').Options;

/**
 * Translates a text with swc: CommonJS, and what needs helper functions, which swc writes into the file itself.
 * The text is one that oxc has accepted: what swc still refuses is a fault without a place.
 */
export function translateWithSwc(swc: Swc, name: string, text: string, extension: Extension, module: 'esm' | 'commonjs', options: EmitOptions, withMap: boolean): Translated {
  try {
    const made = swc.transformSync(text, swcOptions(name, extension, module, options, withMap));
    const map = made.map === undefined ? undefined : (JSON.parse(made.map) as RawMap);
    return { code: made.code, codeMap: map && { names: map.names, mappings: map.mappings }, types: undefined, typesMap: undefined, faults: [], helpers: [] };
  } catch (error) {
    const message = (error instanceof Error ? error.message : String(error)).split('\n')[0]?.replace(/^\s*x\s*/, '') ?? '';
    return { code: '', codeMap: undefined, types: undefined, typesMap: undefined, faults: [{ code: 'swc', message, start: 0, end: 0, mendable: true }], helpers: [] };
  }
}

/** swc, where the project has it. */
export function loadSwc(): Swc | undefined {
  try {
    return require('@swc/core') as Swc;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

function swcOptions(name: string, extension: Extension, module: 'esm' | 'commonjs', options: EmitOptions, withMap: boolean): SwcOptions {
  const typescript = /\.[mc]?tsx?$/.test(extension);
  const parser = typescript
    ? { syntax: 'typescript' as const, decorators: true, tsx: extension === '.tsx' }
    : { syntax: 'ecmascript' as const, decorators: true, jsx: true, importAttributes: true };
  return {
    filename: name,
    swcrc: false,
    configFile: false,
    sourceMaps: withMap,
    inlineSourcesContent: false,
    isModule: true,
    jsc: {
      parser,
      target: options.target === 'es2025' ? 'esnext' : options.target,
      keepClassNames: true,
      preserveAllComments: true,
      externalHelpers: false,
      experimental: { keepImportAttributes: true },
      transform: {
        legacyDecorator: options.experimentalDecorators,
        decoratorMetadata: options.emitDecoratorMetadata,
        ...(options.experimentalDecorators ? {} : { decoratorVersion: '2022-03' as const }),
        useDefineForClassFields: options.useDefineForClassFields,
        verbatimModuleSyntax: options.verbatimModuleSyntax,
        react: reactOf(options),
      },
    },
    module:
      module === 'esm'
        ? { type: 'es6' }
        : { type: 'commonjs', ignoreDynamic: options.dynamicImport === 'keep', importInterop: options.esModuleInterop ? 'swc' : 'none', strict: false, exportInteropAnnotation: true },
  };
}

function reactOf({ jsx, jsxFactory, jsxFragmentFactory, jsxImportSource }: EmitOptions) {
  if (jsx === 'preserve' || jsx === 'react-native') return { runtime: 'preserve' as const };
  if (jsx === 'react') return { runtime: 'classic' as const, pragma: jsxFactory, pragmaFrag: jsxFragmentFactory, throwIfNamespace: false };
  return { runtime: 'automatic' as const, development: jsx === 'react-jsxdev', importSource: jsxImportSource, throwIfNamespace: false };
}
