import type { Node } from '../parse/engine';
import type { Rule } from '../rule/rule';
import { folded, has } from './needs';
import type { Ready, ReadyRequirement } from './prepare';
import type { OnBroken } from './search';

/** A requirement that a file does not meet. */
export interface Unmet {
  readonly rule: Rule;
  /** The node for which it is required; undefined when it is for the file as such. */
  readonly node: Node | undefined;
}

/** The requirements that a file has and does not meet. */
export function unmet(root: Node, text: string, requirements: readonly ReadyRequirement[], broken: OnBroken): readonly Unmet[] {
  if (requirements.length === 0) return [];
  const low = folded(text);
  const find = ({ config, needs }: Ready): Node | undefined => (has(low, needs) ? (root.find(config) ?? undefined) : undefined);
  return requirements.flatMap(({ rule, sought, when }): Unmet[] => {
    try {
      const node = when && find(when);
      if ((when !== undefined && node === undefined) || find(sought) !== undefined) return [];
      return [{ rule, node }];
    } catch (error) {
      broken(rule, error);
      return [];
    }
  });
}
