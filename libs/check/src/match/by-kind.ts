import type { ReadyMatch } from './prepare';

/** Rules by their places in a list. */
type Places = readonly number[];

/**
 * Rules put together that can match nodes of the same kind; no kind is in two groups. ast-grep knows of a group which kinds
 * it can match, and passes over all of its rules at once. Rules that can match any kind stand by themselves, behind the groups,
 * as they do in the list. In a group the order is that of the list.
 */
export function groupsByKind(rules: readonly ReadyMatch[]): readonly Places[] {
  let groups: { readonly kinds: ReadonlySet<string>; readonly places: Places }[] = [];
  const others: Places[] = [];
  for (const [place, { kinds }] of rules.entries()) {
    if (kinds === undefined) {
      others.push([place]);
      continue;
    }
    const alike = groups.filter((group) => [...kinds].some((kind) => group.kinds.has(kind)));
    const joined = { kinds: new Set([...alike.flatMap((group) => [...group.kinds]), ...kinds]), places: [...alike.flatMap(({ places }) => places), place].sort((a, b) => a - b) };
    groups = [...groups.filter((group) => !alike.includes(group)), joined];
  }
  return [...groups.map(({ places }) => places), ...others];
}

/** The rules that can match a node of a kind, found out once for each kind. */
export function placesByKind(rules: readonly ReadyMatch[]): (kind: string) => Places {
  const known = new Map<string, Places>();
  return (kind) => {
    let places = known.get(kind);
    if (places === undefined) known.set(kind, (places = rules.flatMap(({ kinds }, place) => (kinds === undefined || kinds.has(kind) ? [place] : []))));
    return places;
  };
}
