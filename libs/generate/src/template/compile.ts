import { digestOfFields, done, failed, positionAt, type Digest, type Outcome } from '@nx-conductor/core';
import { HELPERS_VERSION } from '../helpers';
import { checkSyntax, isSyntaxError } from './syntax';

/**
 * A template compiled to the text of a JavaScript function, in a form that can be stored: EJS leaves references
 * to names of its own module in what it compiles, this has none.
 */
export interface CompiledTemplate {
  /** Key in the store. */
  readonly key: Digest;
  /** Path as people know it, for messages and stack traces. */
  readonly shown: string;
  /** Helper names that the text was compiled against; it is compiled again when they are others. */
  readonly names: readonly string[];
  /** Those of the names that it refers to. */
  readonly uses: readonly string[];
  /** `(helpers, rethrow) => (locals, escape, include) => text`, as an expression. */
  readonly code: string;
}

/** The locals that every template has besides the helpers. */
export const LOCALS = ['item', 'document', 'options', 'spec'] as const;

/** Engine and compiler; a change of either makes every stored template a miss. */
export const ENGINE = 'ejs 7.0.2, compiler 2';

/** The key under which a compiled template is stored: everything its code depends on. */
export function templateKey(source: string, helperModule: Digest | undefined): Digest {
  return digestOfFields('conductor template 1', {
    engine: ENGINE,
    helperModule: helperModule ?? '',
    helpers: HELPERS_VERSION,
    source,
  });
}

/** Compiles a template: `strict`, without `with`, without HTML escaping. `names` are the helpers it may call. */
export function compileTemplate(source: string, shown: string, key: Digest, names: readonly string[]): Outcome<CompiledTemplate> {
  const ejs = require('ejs') as typeof import('ejs');
  const unclosed = unclosedTag(source);
  if (unclosed !== undefined) {
    return failed({ code: 'template-syntax', place: { file: shown, ...positionAt(source, unclosed) }, reason: 'a tag "<%" is not closed by "%>"' });
  }
  const template = new (ejs as unknown as EjsModule).Template(source, { strict: true, _with: false, compileDebug: true, localsName: 'locals', escape: identity });
  try {
    template.compile();
  } catch (error) {
    // A syntax error in the JavaScript is found again below, with its line; anything else is EJS's own complaint.
    if (!isSyntaxError(error)) return failed({ code: 'template-syntax', place: { file: shown }, reason: firstLine(error) });
  }
  const uses = usedNames(source, names);
  const code = wrap(template.source, source, uses);
  const wrong = checkSyntax(code);
  if (wrong) return failed({ code: 'template-syntax', place: { file: shown, line: wrong.line }, reason: wrong.reason });
  return done({ key, shown, names, uses, code });
}

/** Compiles a JavaScript expression over the same locals, as `when` has it. */
export function compileExpression(expression: string, shown: string, key: Digest, names: readonly string[]): Outcome<CompiledTemplate> {
  const uses = usedNames(expression, names);
  const code = wrap(`return (${expression}\n);`, expression, uses);
  const wrong = checkSyntax(code);
  if (wrong) return failed({ code: 'template-syntax', place: { file: shown }, reason: `${JSON.stringify(expression)}: ${wrong.reason}` });
  return done({ key, shown, names, uses, code });
}

/** The part of EJS 7 that is used here and that its type definitions leave out. */
interface EjsModule {
  readonly Template: new (text: string, options: object) => { source: string; compile(): unknown };
}

const identity = (value: unknown) => value;

/**
 * Helpers become constants of an outer function, made once; locals become constants of the inner one. Only names
 * that occur in the source are bound. The body stands in a block of its own, so that a template may declare a
 * variable of any name. `__line` is set by EJS and tells where an error came from.
 */
function wrap(body: string, source: string, helpers: readonly string[]): string {
  const locals = usedNames(source, LOCALS);
  return [
    '(function (__helpers, __rethrow) { "use strict";',
    helpers.length > 0 ? `const { ${helpers.join(', ')} } = __helpers;` : '',
    'return function (locals, escapeFn, include) { let __line = 1;',
    locals.length > 0 ? `const { ${locals.join(', ')} } = locals;` : '',
    'try {',
    body,
    '} catch (error) { throw __rethrow(error, __line); } }; })',
  ].join('\n');
}

/** The names that occur as words in a source, in code or in text: one too many costs nothing. */
function usedNames(source: string, names: readonly string[]): string[] {
  const words = new Set(source.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu));
  return names.filter((name) => words.has(name));
}

/** Offset of the first `<%` that no `%>` closes. `<%%` is a literal. */
function unclosedTag(source: string): number | undefined {
  let at = 0;
  for (;;) {
    const open = source.indexOf('<%', at);
    if (open === -1) return undefined;
    if (source.startsWith('<%%', open)) {
      at = open + 3;
      continue;
    }
    const close = source.indexOf('%>', open + 2);
    const next = source.indexOf('<%', open + 2);
    if (close === -1 || (next !== -1 && next < close && !source.startsWith('<%%', next))) return open;
    at = close + 2;
  }
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
}
