import { nodeCrypto, utf8Of } from '@nx-conductor/core';
import { loadOxc } from '../emit/load-oxc';

/**
 * What the rest of a program can see of a source. Files that import it see its declarations; when those cannot be had
 * from the file alone, or would not say the same, they see the source itself.
 */
export interface Shape {
  /** The declarations, or undefined where only the source itself will do. */
  readonly declarations: string | undefined;
  /** Of the declarations, or of the source: 16 bytes. */
  readonly digest: Uint8Array;
  /** It can change what files see that do not import it: global scope, or a module of another file. */
  readonly reachesOut: boolean;
}

/**
 * The shape of a source, made from its text alone. `path` tells the language, `platform` is as in `loadOxc`. Only TypeScript has declarations here;
 * of everything else the source is its own shape.
 */
export async function shapeOf(path: string, source: Uint8Array, platform: string | undefined): Promise<Shape> {
  const text = textOf(source);
  const declarations = text === undefined || !TYPESCRIPT.test(path) || OPAQUE.test(text) || hasOpaqueEnum(text) ? undefined : await declarationsOf(path, text, platform);
  return {
    declarations,
    digest: shortDigest(declarations === undefined ? source : declarations),
    reachesOut: text === undefined || REACHES_OUT.test(text) || !isModule(path, declarations ?? text),
  };
}

/** The text of a source; undefined for UTF-16, which TypeScript reads too but nothing else here does. */
export function textOf(source: Uint8Array): string | undefined {
  if ((source[0] === 0xff && source[1] === 0xfe) || (source[0] === 0xfe && source[1] === 0xff)) return undefined;
  return utf8Of(source).replace(/^\uFEFF/, '');
}

/** SHA-256, its first 16 bytes. */
export const shortDigest = (content: string | Uint8Array): Uint8Array => nodeCrypto().createHash('sha256').update(content).digest().subarray(0, 16);

/** Whether a declaration file declares something for files that do not import it. */
export function reachesOut(content: Uint8Array): boolean {
  const text = textOf(content);
  return text === undefined || REACHES_OUT.test(text);
}

const TYPESCRIPT = /(?<!\.d)\.[mc]?tsx?$/;

/** `declare global`, `declare module "x"`, and names for the global scope. A comment that says so costs time only. */
const REACHES_OUT = /\bdeclare\s+(?:global|module)\b|\bmodule\s*["']|\bexport\s+as\s+namespace\b|^\/\/\/\s*<reference/m;

/**
 * What file-by-file declarations may tell otherwise than TypeScript: namespaces, which can merge with what they are put
 * on, CommonJS exports, names for parts of other modules, enums that are replaced by their values.
 */
const OPAQUE = /\b(?:namespace|module)\s+[\w$"'.]+\s*\{|\bexport\s*=|\bimport\s+(?:type\s+)?[\w$]+\s*=|\bconst\s+enum\b/;

/** An enum whose members are not all given by literals may take values from elsewhere. */
function hasOpaqueEnum(text: string): boolean {
  const enums = text.match(/\benum\s+[\w$]+/g)?.length ?? 0;
  if (enums === 0) return false;
  const plain = text.match(/\benum\s+[\w$]+\s*\{(?:\s*(?:\/\*(?:[^*]|\*(?!\/))*\*\/|\/\/[^\n]*\n|(?:[\w$]+|'[^'\\\n]*'|"[^"\\\n]*")\s*(?:=\s*(?:-?\d+|'[^'\\\n]*'|"[^"\\\n]*")\s*)?(?:,|(?=\}))))*\s*\}/g)?.length ?? 0;
  return plain !== enums;
}

/** A file with an import or an export is a module. In declarations those stand at the start of a line. */
const isModule = (path: string, text: string): boolean => /\.(?:json|[mc]ts)$/.test(path) || /^(?:export\b|import\b(?!\s*[(.]))/m.test(text);

/** Declarations as oxc makes them; undefined when it says that an annotation is missing. */
async function declarationsOf(path: string, text: string, platform: string | undefined): Promise<string | undefined> {
  const { code, errors } = await loadOxc(platform).isolatedDeclaration(path, text, { sourcemap: false });
  return errors.length > 0 || WIDENING.test(code) ? undefined : withoutComments(code);
}

/** A type that is nothing but `null` or `undefined`: TypeScript makes it wider where it was inferred, and one cannot see here whether it was. */
const WIDENING = /[:[,]\s*(?:null|undefined)\s*[;,)\]}]/;

/**
 * Comments decide no type, and are half of what there is to read. They go with the line that they end, so that a text
 * is the same whether or not there was one. Texts between quotes stay, whatever they hold.
 */
const withoutComments = (code: string): string => code.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[^])*`|(?:\/\*[^]*?\*\/|\/\/[^\n]*)(?:[ \t]*\n)?[ \t]*/g, (found) => (found.startsWith('/') ? '' : found));
