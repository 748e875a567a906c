import { utf8Of } from '@nx-conductor/core';
import type { Finding } from '../finding';
import { extensionOf, rootedPath, type Extension, type Layout, type OutputPaths } from '../layout/layout';
import type { EmitOptions } from '../request';
import type { Emitted, Fault, Translated } from './engine';
import { dataLeftOut, type LeftOut } from './left-out';
import { mendCode, mendTypes } from './mend';
import { oxcTranslator, type Translate, type Wanted } from './oxc';
import { placeAt } from './place';
import { repairTypes } from './repair-types';
import { mapInline, mapLink, mapText, pathsBetween, type PathTo } from './source-map';
import { loadSwc, translateWithSwc } from './swc';
import { hiddenFaults } from './truth';

/** Emits one source: JavaScript, declaration and maps, as the layout has them. A source with an error has no output at all. */
export type EmitSource = (source: string, bytes: Uint8Array, paths: OutputPaths) => Emitted;

/** What emits the sources of one run. */
export function emitterOf(layout: Layout, options: EmitOptions, isLeftOut: LeftOut, platform?: string): EmitSource {
  const run = { layout, options, isLeftOut, oxc: oxcTranslator(options, platform), pathTo: pathsBetween() };
  return (source, bytes, paths) => emitSource(source, bytes, paths, run);
}

/** What stays the same from source to source. */
interface EmitRun {
  readonly layout: Layout;
  readonly options: EmitOptions;
  readonly oxc: Translate;
  readonly pathTo: PathTo;
  readonly isLeftOut: LeftOut;
}

function emitSource(source: string, bytes: Uint8Array, paths: OutputPaths, run: EmitRun): Emitted {
  const { options } = run;
  const extension = extensionOf(source) as Extension;
  if (extension === '.json') return emitData(source, bytes);
  const content = withoutMark(bytes);
  const text = utf8Of(content);
  const wanted = wantedOf(paths, options);
  const made = translate(source, text, extension, run, wanted);
  const faults = made.faults.length > 0 ? made.faults : dataLeftOut(source, text, made.code, run.isLeftOut);
  if (faults.length > 0) {
    return {
      outputs: [],
      findings: faults.map((fault) => findingOf(source, content, fault)),
      verdict: faults.every((fault) => fault.mendable) ? 'mendable' : 'failed',
    };
  }
  return { outputs: files(source, text, made, paths, run).map((each) => (each === undefined ? undefined : Buffer.from(options.newLine === 'crlf' ? each.replaceAll('\n', '\r\n') : each))), findings: [], verdict: 'emitted' };
}

function wantedOf([js, jsMap, types, typesMap]: OutputPaths, options: EmitOptions): Wanted {
  return { code: js !== undefined, codeMap: jsMap !== undefined || (js !== undefined && options.inlineSourceMap), types: types !== undefined, typesMap: typesMap !== undefined };
}

/** What each kind of file becomes; a `.ts` what the options say. */
function moduleOf(extension: Extension, options: EmitOptions): 'esm' | 'commonjs' {
  if (extension === '.mts' || extension === '.mjs') return 'esm';
  return extension === '.cts' || extension === '.cjs' ? 'commonjs' : options.module;
}

function translate(source: string, text: string, extension: Extension, { options, oxc }: EmitRun, wanted: Wanted): Translated {
  const module = moduleOf(extension, options);
  if (wanted.types && !extension.includes('ts')) return faulty({ code: 'javascript', message: 'the declaration of a JavaScript file needs the whole program', hint: 'write it in TypeScript, or set "fallback": "tsc"', start: 0, end: 0, mendable: true });
  const first = mended(text, oxc(source, text, extension, wanted), module);
  const faults = [...first.faults, ...(first.faults.length > 0 ? [] : hiddenFaults(text, first, module, options))];
  if (faults.length > 0 || !wanted.code) return { ...first, faults };
  const needsHelpers = first.helpers.length > 0 || (options.target !== 'esnext' && isNotLowered(first.code, options));
  if (module === 'esm' && !needsHelpers) return first;
  const swc = loadSwc();
  if (!swc) return faulty({ code: 'needs-swc', message: module === 'commonjs' ? 'CommonJS is emitted by @swc/core, which is not installed' : 'this file needs helper functions, which @swc/core writes; it is not installed', hint: 'npm install --save-dev @swc/core', start: 0, end: 0, mendable: true });
  const second = translateWithSwc(swc, source, text, extension, module, options, wanted.codeMap);
  return { ...first, code: second.code, codeMap: second.codeMap, faults: second.faults, helpers: [] };
}

/** What oxc leaves as it is for every target: decorators, unless they are experimental ones, and accessors. */
function isNotLowered(code: string, { experimentalDecorators }: EmitOptions): boolean {
  return (!experimentalDecorators && code.includes('@') && DECORATOR.test(code)) || (code.includes('accessor ') && ACCESSOR.test(code));
}

/** A decorator where a statement or a member begins; in emitted code nothing else stands there like that. */
const DECORATOR = /^[\t ]*(?:export (?:default )?)?@[\w$(]/m;

/** A field with `accessor`, which oxc leaves as it is. */
const ACCESSOR = /^\t*(?:static )?accessor [\w$#["']/m;

/** What oxc made, as TypeScript would have it: its declarations repaired, and a script is strict as modules are. */
function mended(text: string, made: Translated, module: 'esm' | 'commonjs'): Translated {
  if (made.faults.length > 0) return made;
  const { types, faults } = made.types === undefined ? { types: undefined, faults: [] } : repairTypes(text, mendTypes(made.types, made.typesMap !== undefined));
  const code = mendCode(made.code, text);
  const isScript = module === 'esm' && code !== '' && !isModule(code) && !STRICT.test(code);
  if (!isScript) return { ...made, types, faults, code };
  return { ...made, types, faults, code: `"use strict";\n${code}`, codeMap: made.codeMap && { ...made.codeMap, mappings: `;${made.codeMap.mappings}` } };
}

/** Whether a statement makes it a module; `import(…)` does not, nor does what stands in a comment. */
function isModule(code: string): boolean {
  for (const { index: from, 1: comments } of code.matchAll(/^((?:\/\*.*?\*\/ ?)*)(?:import|export)[\s{*"']|\bimport\.meta\b/gm)) {
    const index = from + (comments ?? '').length;
    if (code.lastIndexOf('/*', index) <= code.lastIndexOf('*/', index)) return true;
  }
  return false;
}

const STRICT = /^["']use strict["'];/;

const faulty = (fault: Fault): Translated => ({ code: '', codeMap: undefined, types: undefined, typesMap: undefined, faults: [fault], helpers: [] });

/** Texts of the outputs, by slot. */
function files(source: string, text: string, made: Translated, paths: OutputPaths, { layout, options, pathTo }: EmitRun): (string | undefined)[] {
  const [js, jsMap, types, typesMap] = paths;
  const below = rootedPath(source, layout);
  const mapOf = (map: Translated['codeMap'], file: string | undefined) => (map && file !== undefined ? mapText(map, { file, source, text }, below, pathTo, options) : undefined);
  const codeMap = mapOf(made.codeMap, js);
  const declarationMap = mapOf(made.typesMap, types);
  const codeEnd = jsMap !== undefined ? mapLink(jsMap) : codeMap === undefined ? '' : mapInline(codeMap);
  return [
    js === undefined ? undefined : made.code + codeEnd,
    jsMap === undefined ? undefined : codeMap,
    types === undefined ? undefined : (made.types ?? '') + (typesMap === undefined ? '' : mapLink(typesMap)),
    typesMap === undefined ? undefined : declarationMap,
  ];
}

/** JSON goes as it is: TypeScript gives the same value in another layout. */
function emitData(source: string, bytes: Uint8Array): Emitted {
  try {
    JSON.parse(utf8Of(withoutMark(bytes)));
    return { outputs: [bytes], findings: [], verdict: 'emitted' };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { outputs: [], findings: [{ severity: 'error', code: 'syntax', message: `not valid JSON: ${error.message}`, file: source }], verdict: 'failed' };
  }
}

function findingOf(source: string, bytes: Uint8Array, { code, message, start, end, hint }: Fault): Finding {
  return { severity: 'error', code, message, file: source, ...placeAt(bytes, start, end), ...(hint === undefined ? {} : { hint }) };
}

/** The bytes after a byte order mark. */
const withoutMark = (bytes: Uint8Array): Uint8Array => (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes);
