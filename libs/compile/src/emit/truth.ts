import type { EmitOptions } from '../request';
import type { Fault, Translated } from './engine';
import { namedAcross } from './merged';
import { escaped, spanOf } from './span';

/**
 * What a compiler that sees one file alone translates without a word to something else than TypeScript does. Found in
 * what it emitted, whose form is fixed, rather than in what people wrote.
 */
export function hiddenFaults(text: string, made: Translated, module: 'esm' | 'commonjs', options: EmitOptions): Fault[] {
  const faults: Fault[] = [];
  const say = (code: string, message: string, hint: string, pattern: RegExp) => faults.push({ code, message, hint, ...spanOf(text, pattern), mendable: true });
  const open = text.includes('enum') ? openMember(made.code) : undefined;
  if (open !== undefined) {
    say('TS9020', `the value of enum member ${open} depends on something outside of the enum`, 'write the value itself, or set "fallback": "tsc"', new RegExp(`(?<![\\w$])${escaped(open)}\\s*=`));
  }
  const across = NAMESPACE.test(text) ? namedAcross(made.code, text) : undefined;
  if (across) {
    const hint = `put the blocks of ${across.namespace} into one, or set "fallback": "tsc"`;
    const what = across.name === undefined ? `may name what another only declares` : `names ${across.name}, which is in another`;
    say('namespace', `a block of namespace ${across.namespace} ${what}`, hint, new RegExp(`\\b(?:namespace|module)\\s+${escaped(across.namespace.split('.')[0] as string)}(?![\\w$])`));
  }
  if (module === 'esm') {
    if (made.code.includes('module.exports = ') && /^module\.exports = /m.test(made.code) && /\bexport\s*=/.test(text)) {
      say('TS1203', 'an ES module cannot have "export ="', 'write export default, or compile to CommonJS', /\bexport\s*=/);
    }
    if (made.code.includes('= require(') && /\bimport\s+[\w$]+\s*=\s*require\b/.test(text)) {
      say('TS1202', 'an ES module cannot have "import … = require(…)"', 'write import … from, or compile to CommonJS', /\bimport\s+[\w$]+\s*=\s*require\b/);
    }
  }
  if (!options.isolatedModules && !options.verbatimModuleSyntax && reExports(made.code)) {
    const hint = 'set "isolatedModules": true in the tsconfig, so that types are re-exported by "export type"; or set "fallback": "tsc"';
    say('TS1205', 'a re-export does not tell whether it is of a type', hint, /\bexport\s*(?:\{[^}]*\}(?:\s*from\b)?|default\b)/);
  }
  const late = options.experimentalDecorators ? staticBeforeInstance(made.code) : undefined;
  if (late !== undefined) {
    const hint = 'put decorated static members after the others, or set "fallback": "tsc"';
    say('decorators', `TypeScript applies the decorators of static members of ${late} after those of the others, whatever their order`, hint, new RegExp(`\\bclass\\s+${escaped(late)}\\b`));
  }
  const unlike = options.rewriteRelativeImportExtensions ? rewrittenUnlike(text, options) : undefined;
  if (unlike) say('rewrite', 'how this import is rewritten cannot be told from this file alone', 'write the extension of the file that is emitted, or set "fallback": "tsc"', unlike);
  return faults;
}

/** Two blocks, or parts of one name. */
const NAMESPACE = /\b(?:namespace|module)\s+[\w$\u0080-\uffff][^]*\b(?:namespace|module)\s+[\w$\u0080-\uffff]/;

/** Imports whose extensions TypeScript leaves alone, or rewrites otherwise, or while the program runs. */
function rewrittenUnlike(text: string, { jsx }: EmitOptions): RegExp | undefined {
  const elsewhere = /(?:\bfrom|\bimport\s*\(?)\s*(['"])(?:(?!\.{1,2}\/)[^'"]*\.[mc]?tsx?|[^'"]*\.d\.[mc]?ts)\1/;
  const kept = /(?:\bfrom|\bimport\s*\(?)\s*(['"])[^'"]*\.tsx\1/;
  const computed = /\bimport\s*\(\s*[^'"\s)]/;
  return [elsewhere, ...(jsx === 'preserve' ? [kept] : []), computed].find((pattern) => pattern.test(text));
}

/** The class in which a decorated static member comes before a decorated member of instances: oxc and swc keep that order. */
function staticBeforeInstance(code: string): string | undefined {
  if (!code.includes('_decorate(')) return undefined;
  const statics = new Set<string>();
  for (const [, name, prototype] of code.matchAll(/\], ([\w$]+)(\.prototype)?, .*, (?:void 0|null)\);$/gm) as Iterable<[string, string, string | undefined]>) {
    if (prototype === undefined) statics.add(name);
    else if (statics.has(name)) return name;
  }
  return undefined;
}

/** Is something exported that comes from elsewhere: directly, or imported by its name? */
function reExports(code: string): boolean {
  if (/^export \{[^}]+\} from /m.test(code)) return true;
  const exported = [...code.matchAll(/^export (?:\{ ([^}]+) \}|default ([\w$]+));$/gm)].flatMap(([, list, name]) => (name === undefined ? (list as string).split(', ').map((each) => each.split(' as ')[0] as string) : [name]));
  if (exported.length === 0) return false;
  const imported = [...code.matchAll(/^import (?!\* as)(?:([\w$]+)(?:, )?)?(?:\{ ([^}]+) \})? from /gm)].flatMap(([, name, list]) => [name, ...(list ?? '').split(', ').map((each) => each.split(' as ').at(-1))]);
  return exported.some((name) => imported.includes(name));
}

/**
 * The name of an enum member whose value depends on something outside of the enum. In the code the value of such a
 * member is an expression; TypeScript would compute it, and name it in the declaration.
 */
function openMember(code: string): string | undefined {
  const open = new Set<string>();
  for (const [, enumName, key, value] of code.matchAll(MEMBER)) {
    const bare = (value as string).replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '""').replaceAll(`${enumName as string}.`, ' .');
    const own = [...bare.matchAll(/(?<=\s\.)[\w$\u0080-\uffff]+/g)].some(([member]) => open.has(member));
    if (own || /(?<![\w$.\u0080-\uffff])(?!(?:NaN|Infinity|void|typeof)\b)[A-Za-z_$\u0080-\uffff]/.test(bare)) open.add(key as string);
  }
  return open.values().next().value;
}

/** A line that gives a member a number or an expression: `E[E["Name"] = value] = "Name";`. */
const MEMBER = /^\s*([\w$\u0080-\uffff]+)\[\1\["((?:[^"\\]|\\.)*)"\] = (.*)\] = "\2";$/gm;
