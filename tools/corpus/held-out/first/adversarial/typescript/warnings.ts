// This file never says any, eval(x), catch {} or password = 'hunter2hunter2'.
// it.only, it.skip, throw 'text' and /home/me/project are words of comments here.

const RULES = ['no eval(text)', 'no "SELECT * FROM t WHERE id = " + id', 'catch (error) {} hides failures'];

/** What a reviewer reads out. */
export function advice(index: number): string {
  return RULES[index] ?? `There is no rule ${index}; any of 0 to ${RULES.length - 1} is good`;
}
