/**
 * Where oxc's text means something else than TypeScript's, or is written otherwise, and can be mended as text: oxc prints
 * from a syntax tree, so a statement or a member always begins its line in the same way.
 */

/** A declaration as TypeScript writes it. */
export function mendTypes(types: string, hasMap: boolean): string {
  return closed(hasMap || !types.includes('override') ? types : types.replace(OVERRIDE, '$1'));
}

/** `override` says something to a checker of the source only. With a map the text keeps its columns. */
const OVERRIDE = /^(\t+(?:(?:private|protected|static|abstract) )*)override (?=[\w$#["'])/gm;

/**
 * In a declaration file without an export statement, everything at the top level counts as exported. Where something is
 * not, an empty one is needed; oxc leaves it out beside `export default class` and `function`.
 */
function closed(types: string): string {
  const needed = types.includes('export default ') && PRIVATE.test(types) && !STATEMENT.test(types);
  return needed ? `${types}export {};\n` : types;
}

const PRIVATE = /^(?:declare|interface|type|abstract|class|enum|const enum|namespace) /m;
const STATEMENT = /^export (?:\{|\*|=|type \{|import |default (?!(?:async )?function\b|(?:abstract )?class\b|interface\b))/m;

/** Code of a module stays a module when nothing of its imports and exports is left. */
export function mendCode(code: string, text: string): string {
  return !IN_CODE.test(code) && IN_SOURCE.test(text) ? `${code}export {};\n` : code;
}

const IN_SOURCE = /^\s*(?:import\b(?!\s*\()|export\b)/m;
const IN_CODE = /^(?:import|export)\b/m;
