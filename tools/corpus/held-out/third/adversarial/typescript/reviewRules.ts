/**
 * Advice that the review bot gives. The texts name bad code on purpose; none of
 * it is run here: `any`, `eval(x)`, `// @ts-ignore`, `catch {}`, `it.only`,
 * `SELECT * FROM t WHERE id = ${id}`, TODO, "not implemented".
 */

/** A piece of advice. */
export interface Advice {
  readonly id: string;
  readonly pattern: RegExp;
  readonly text: string;
}

/** All advice, in the order in which it is given. */
export const ADVICE: readonly Advice[] = [
  { id: 'any', pattern: /:\s*any\b/, text: 'Promise<any> and Record<string, any> switch the compiler off.' },
  { id: 'eval', pattern: /\beval\(/, text: 'eval(userInput) and new Function(body) run what others wrote.' },
  { id: 'swallow', pattern: /catch\s*(\(\w+\))?\s*\{\s*\}/, text: 'catch {} and .catch(() => {}) hide errors.' },
  { id: 'shell', pattern: /execSync\(`/, text: 'execSync(`rm -rf ${dir}`) is dangerous; use execFile.' },
  { id: 'conflict', pattern: /^<{7} /m, text: 'A line like "<<<<<<< HEAD" is left from a merge.' },
  { id: 'secret', pattern: /password\s*=\s*['"]/, text: "const password = 'hunter2' does not belong in code." },
];

/** The advice that fits a source text. */
export function adviceFor(source: string): Advice[] {
  return ADVICE.filter((advice) => advice.pattern.test(source));
}
