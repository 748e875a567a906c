/**
 * Advice that the review bot gives. The texts speak of bad code on purpose:
 * eval(userInput), any, // @ts-ignore, catch (e) {} and <<<<<<< HEAD are
 * things that it warns of, not things that are done here.
 */
export interface Advice {
  readonly pattern: string;
  readonly text: string;
}

/** All advice, in the order in which it is shown. TODO lists are kept elsewhere. */
export const ADVICE: readonly Advice[] = [
  { pattern: 'eval', text: 'Never call eval(...) or new Function(...) with something from a request.' },
  { pattern: 'any', text: 'Do not write `value: any`; `unknown` makes the reader check.' },
  { pattern: 'empty catch', text: '`catch (e) {}` and `.catch(() => {})` hide failures.' },
  { pattern: 'sql', text: "Not `SELECT * FROM t WHERE id = '${id}'`, but a bound parameter." },
  { pattern: 'not implemented', text: 'A body of `throw new Error("not implemented")` is no body.' },
];

/** The advice for a pattern, or undefined when the bot has none. */
export function adviceFor(pattern: string): Advice | undefined {
  // it.only, it.skip and process.env.PASSWORD = 'hunter2' would be refused as well
  return ADVICE.find((advice) => advice.pattern === pattern);
}
