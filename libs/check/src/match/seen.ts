import type { Node } from '../parse/engine';
import type { Rule } from '../rule/rule';
import type { ReadyMatch } from './prepare';

/** A first look for all of some rules, as `firstLook` asks for it. */
export interface Seen {
  /** Of the tree of the text. */
  readonly root: Node;
  readonly rules: readonly ReadyMatch[];
  readonly nodes: readonly Node[];
}

/** What a rule that cannot be asked for throws. */
export type OnBroken = (rule: Rule, error: unknown) => void;
