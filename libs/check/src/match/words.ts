/**
 * Words without which a text holds no match: of each list, one must hold. It holds when the text contains it, or, where it
 * stands for several words together, has what those need. Looking for words costs a hundredth of what a matcher costs, and
 * most rules are about things that most files do not have. All are {@link folded}, and looked for in texts that are.
 */
export type Needs = readonly (readonly Need[])[];

/** A word, or needs that must all be met. */
export type Need = string | Needs;

/**
 * A text in which letters are one that regular expressions that pass over case take for one: the long s is an s to them, and
 * the sign of the micrometre a Greek letter. Letters that differ otherwise may become one as well: then more is looked at than need be.
 */
export function folded(text: string): string {
  const low = text.toLowerCase();
  // Some letters have one in capitals with others only. Which sigma it is depends on what stands beside it.
  return ASCII.test(text) ? low : low.toUpperCase().toLowerCase().replaceAll('\u03c2', '\u03c3');
}

const ASCII = /^[\0-\x7f]*$/;

/** Whether a text that is {@link folded} has what is needed. */
export const has = (text: string, needs: Needs): boolean => needs.every((ways) => ways.some((way) => (typeof way === 'string' ? text.includes(way) : has(text, way))));

/** Of several ways to match, each must need something for all of them to need something. */
export function oneOf(ways: readonly Needs[]): Needs {
  if (ways.length === 0 || ways.some((way) => way.length === 0)) return [];
  const [only, another] = ways;
  if (another === undefined) return only as Needs;
  return [ways.flatMap((way): readonly Need[] => (way.length === 1 ? (way[0] as readonly Need[]) : [way]))];
}
