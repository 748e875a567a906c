import type { Node } from '../parse/engine';
import type { Rule } from '../rule/rule';
import type { ReadyMatch } from './prepare';

/** Rules that are asked for in one look. */
export interface Asked {
  readonly rules: readonly ReadyMatch[];
  /** Places in {@link rules} of those that can match a node of a kind. */
  readonly placesOf: (kind: string) => readonly number[];
}

/** A first look for all of some rules, as `firstLook` asks for it. */
export interface Seen extends Asked {
  /** Of the tree of the text: the first of {@link nodes}, with what the look marked it with. */
  readonly root: Node;
  readonly nodes: readonly Node[];
}

/** What a rule that cannot be asked for throws. */
export type OnBroken = (rule: Rule, error: unknown) => void;
