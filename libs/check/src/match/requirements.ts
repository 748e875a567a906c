import type { Node } from '../parse/engine';
import type { Matcher, Rule } from '../rule/rule';
import type { Ready, ReadyRequirement, ReadySought, ReadyText } from './prepare';
import type { OnBroken, Seen } from './seen';
import { folded, has } from './words';

/** A requirement that a file does not meet. */
export interface Unmet {
  readonly rule: Rule;
  /** The node for which it is required; undefined when it is for the file as such. */
  readonly node: Node | undefined;
}

/** The requirements that a file has and does not meet. `seen`: a look that asked for them by {@link wholeLook} too. */
export function unmet(root: Node, text: string, requirements: readonly ReadyRequirement[], broken: OnBroken, seen?: Seen): readonly Unmet[] {
  if (requirements.length === 0) return [];
  let low: string | undefined;
  const find = ({ config, needs }: Ready): Node | undefined => (has((low ??= folded(text)), needs) ? (root.find(config) ?? undefined) : undefined);
  // Something else may have been found of the root: then nothing is known.
  const whole = seen && seen.root.getMatch(WHOLE) !== null ? seen.root : undefined;
  const isThere = (sought: ReadySought, name: string): boolean => (whole === undefined || sought.part === undefined ? find(sought) !== undefined : whole.getMatch(name) !== null);
  return requirements.flatMap(({ rule, sought, when }, index): Unmet[] => {
    try {
      if ((when !== undefined && !isThere(when, `${WHEN}${index}`)) || isThere(sought, `${SOUGHT}${index}`)) return [];
      return [{ rule, node: when && find(when) }];
    } catch (error) {
      broken(rule, error);
      return [];
    }
  });
}

/**
 * Matches the root of a tree, and marks what it holds of what is sought. What is not wanted is left out: nowhere is any of it.
 * Where there is nothing of what calls for a requirement, the tree is not walked for the rest.
 */
export function wholeLook(requirements: readonly ReadyRequirement[], root: string, isWanted: (ready: Pick<Ready, 'needs'>) => boolean, texts: readonly ReadyText[]): { readonly rule: object; readonly utils: Readonly<Record<string, Matcher>> } {
  const utils: Record<string, Matcher> = {};
  const step = (ready: ReadySought | undefined, name: string): object | undefined => {
    if (ready?.part === undefined || !isWanted(ready)) return undefined;
    Object.assign(utils, ready.part.utils);
    const marked = { all: [ready.part.rule, { pattern: `$$${name}` }] };
    return { any: [marked, { has: { stopBy: 'end', ...marked } }] };
  };
  const orNot = (steps: readonly (object | undefined)[]): object[] => (steps.some((each) => each !== undefined) ? [{ any: [{ all: steps.filter((each) => each !== undefined) }, { kind: root }] }] : []);
  const marks = requirements.flatMap(({ sought, when }, index) => {
    if (when !== undefined && !isWanted(when)) return [];
    return orNot([step(when, `${WHEN}${index}`), ...orNot([step(sought, `${SOUGHT}${index}`)])]);
  });
  const inText = texts.flatMap((ready, index) => {
    const { look } = ready.rule;
    return look.kind === 'text' && isWanted(ready) ? [{ any: [{ all: [{ regex: look.regex }, { pattern: `$${TEXT}${index}` }] }, { kind: root }] }] : [];
  });
  return { rule: { all: [{ kind: root }, { pattern: `$${WHOLE}` }, ...marks, ...inText] }, utils };
}

/** Whether a text may hold a match of a text rule, by its place: to put marks around matches, a rule is compiled for each text. */
export function mayHold({ root }: Pick<Seen, 'root'>, text: string, index: number): boolean {
  // Where a text begins with space, places are looked for from behind it.
  return /^[\s\uFEFF]/.test(text) || root.getMatch(WHOLE) === null || root.getMatch(`${TEXT}${index}`) !== null;
}

/** Metavariables that no rule has. */
const WHOLE = 'CONDUCTOR_WHOLE';
const SOUGHT = 'CONDUCTOR_SOUGHT_';
const WHEN = 'CONDUCTOR_WHEN_';
const TEXT = 'CONDUCTOR_TEXT_';
