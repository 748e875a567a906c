import type { Fault } from './engine';
import { escaped, spanOf } from './span';

/** A declaration after its repair, and what of it could not be repaired. */
export interface RepairedTypes {
  readonly types: string;
  readonly faults: readonly Fault[];
}

/**
 * Where oxc declares something else than TypeScript without a word, what TypeScript would: a constant `true` is no
 * `boolean`, a default export of a literal has its type, and what a declaration cannot say is left out. What neither
 * text shows is a fault. Found in the declaration, whose form is fixed, and looked up in the source.
 */
export function repairTypes(text: string, types: string): RepairedTypes {
  const faults: Fault[] = [];
  const say = (code: string, message: string, pattern: RegExp) => faults.push({ code, message, hint: HINT, ...spanOf(text, pattern), mendable: true });
  const unclear = (name: string) => say('TS9010', `whether ${name} is true, false or any boolean is not clear from this file alone`, new RegExp(`(?<![\\w$.])${escaped(name)}\\s*=`));
  // Looking for a few letters costs a fraction of looking for a pattern.
  const clear = types.includes('const ') && (types.includes(': boolean') || types.includes(' = +')) ? types.replace(CONSTANTS, (line) => constants(line, text, unclear)) : types;
  const repaired = clear.includes('const _default: ') ? clear.replace(/^declare const _default: (?:number|string|boolean);$/m, (line) => defaultOf(line, text)) : clear;
  const open = repaired.includes('accessor ') ? /^\t+(?:[a-z]+ )*accessor ([^:;\n]+);$/m.exec(repaired)?.[1] : undefined;
  if (open !== undefined) say('TS9012', 'Property must have an explicit type annotation with --isolatedDeclarations.', new RegExp(`\\baccessor\\s+${escaped(open)}`));
  const getter = text.includes('get ') ? writableGetter(text, repaired) : undefined;
  if (getter !== undefined) say('TS9009', `the declaration does not show that ${getter} can only be read`, new RegExp(`\\bget\\s+${escaped(getter)}\\s*\\(`));
  return { types: repaired, faults };
}

const HINT = 'write the type there, or set "fallback": "tsc" to have TypeScript infer it from the whole program';

/** Lines with constants that are booleans, or have a sign before a number: neither is rare enough to look further. */
const CONSTANTS = /^\t*(?:export )?(?:declare )?const (?:.*: boolean[,;]|.* = \+).*$/gm;

function constants(line: string, text: string, unclear: (name: string) => void): string {
  return line.replaceAll(/ = \+\s*(?=[\d.])/g, ' = ').replaceAll(/([\w$\u0080-\uffff]+): boolean(?=[,;])/g, (declared, name: string) => {
    const value = new RegExp(`(?:\\bconst|,)\\s+${escaped(name)}\\s*=\\s*(true|false)(?=\\s*(?:[,;}\\r\\n]|/[/*]|$))`).exec(text)?.[1];
    if (value === undefined) return declared;
    if (new RegExp(`^(?:export\\s+)?const\\s+${escaped(name)}\\s*:`, 'm').test(text)) return declared;
    if (new RegExp(`\\bconst\\s+${escaped(name)}\\s*:`).test(text)) unclear(name);
    return `${name} = ${value}`;
  });
}

function defaultOf(line: string, text: string): string {
  const literal = /^export\s+default\s+(?:(true|false)|(-?\s*[\d.][\w.]*)|'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`([^`$\\\n]*)`)\s*;?[ \t]*(?:\/\/.*|\/\*.*\*\/)?\r?$/m.exec(text);
  if (!literal) return line;
  const [, truth, number, single, double, plain] = literal;
  const type = truth ?? (number === undefined ? `"${single?.replaceAll('"', '\\"') ?? double ?? plain}"` : numberOf(number.replaceAll(/[\s_]/g, '')));
  return `declare const _default: ${type};`;
}

/** As TypeScript prints it: `0x10` is 16. */
const numberOf = (text: string): string => (text.endsWith('n') ? text : String(text.startsWith('-') ? -Number(text.slice(1)) : Number(text)));

/** A property of an object that only has a getter, but is declared as one that can be written. */
function writableGetter(text: string, types: string): string | undefined {
  for (const [, name] of text.matchAll(/\bget\s+([\w$\u0080-\uffff]+)\s*\(/g) as Iterable<[string, string]>) {
    const quoted = escaped(name);
    const member = new RegExp(`^(\\t+)${quoted}: `, 'm').exec(types);
    if (!member || new RegExp(`\\bset\\s+${quoted}\\s*\\(`).test(text) || new RegExp(`\\bget ${quoted}\\(`).test(types)) continue;
    const before = types.slice(0, member.index).trimEnd().split('\n');
    const opened = before.findLast((line) => !line.startsWith(member[1] as string)) ?? '';
    const constant = /^(?:export )?declare const ([\w$\u0080-\uffff]+): \{$/.exec(opened)?.[1];
    if (constant !== undefined && !new RegExp(`\\bconst\\s+${escaped(constant)}\\s*:`).test(text)) return name;
  }
  return undefined;
}
