import type { EmitOptions } from '../request';
import type { Fault, Translated } from './engine';

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
  if (!options.isolatedModules && !options.verbatimModuleSyntax && /^export \{[^}]+\} from /m.test(made.code)) {
    const hint = 'set "isolatedModules": true in the tsconfig, so that types are re-exported by "export type"; or set "fallback": "tsc"';
    say('TS1205', 'a re-export does not tell whether it is of a type', hint, /\bexport\s*\{[^}]*\}\s*from\b/);
  }
  return faults;
}

/** The name of an enum member for which no value was found: in the declaration it stands alone, in the code its value is an expression. */
function openMember({ code, types }: Translated): string | undefined {
  for (const body of (types ?? '').matchAll(/\benum [\w$\u0080-\uffff]+ \{\n([^}]*)\}/g)) {
    const member = /^\s*([\w$\u0080-\uffff]+|"[^"]*"),?$/m.exec(body[1] as string);
    if (member) return member[1];
  }
  return /^\s*[\w$\u0080-\uffff]+\[[\w$\u0080-\uffff]+\["([^"]*)"\] = (?!-?[\d.]|-?Infinity|NaN|0x)/m.exec(code)?.[1];
}

/** Where a pattern first occurs, in bytes of UTF-8; the start of the text when it does not. */
function spanOf(text: string, pattern: RegExp): { start: number; end: number } {
  const match = pattern.exec(text);
  if (!match) return { start: 0, end: 0 };
  const start = Buffer.byteLength(text.slice(0, match.index));
  return { start, end: start + Buffer.byteLength(match[0]) };
}

const escaped = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
