import type { EmitOptions } from '../request';
import type { Fault, Translated } from './engine';
import { escaped, spanOf } from './span';

/**
 * What a compiler that sees one file alone translates without a word to something else than TypeScript does. Found in
 * what it emitted, whose form is fixed, rather than in what people wrote.
 */
export function hiddenFaults(text: string, made: Translated, module: 'esm' | 'commonjs', options: EmitOptions): Fault[] {
  const faults: Fault[] = [];
  const say = (code: string, message: string, hint: string, pattern: RegExp) => faults.push({ code, message, hint, ...spanOf(text, pattern), mendable: true });
  const open = text.includes('enum') ? openMember(made) : undefined;
  if (open !== undefined) {
    say('TS9020', `the value of enum member ${open} depends on another file`, 'write the value itself, or set "fallback": "tsc"', new RegExp(`(?<![\\w$])${escaped(open)}\\s*=`));
  }
  if (module === 'esm') {
    if (/\bexport\s*=/.test(text) && /^module\.exports = /m.test(made.code)) {
      say('TS1203', 'an ES module cannot have "export ="', 'write export default, or compile to CommonJS', /\bexport\s*=/);
    }
    if (/\bimport\s+[\w$]+\s*=\s*require\b/.test(text) && /= require\(/.test(made.code)) {
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
  return faults;
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

/** The name of an enum member for which no value was found: in the declaration it stands alone, in the code its value is an expression. */
function openMember({ code, types }: Translated): string | undefined {
  for (const body of (types ?? '').matchAll(/\benum [\w$\u0080-\uffff]+ \{\n([^}]*)\}/g)) {
    const member = /^\s*([\w$\u0080-\uffff]+|"[^"]*"),?$/m.exec(body[1] as string);
    if (member) return member[1];
  }
  return /^\s*[\w$\u0080-\uffff]+\[[\w$\u0080-\uffff]+\["([^"]*)"\] = (?!-?[\d.]|-?Infinity|NaN|0x)/m.exec(code)?.[1];
}
