import type { Item, Spec } from '@nx-conductor/core';
import type { Pattern } from '../pattern/pattern';

/** One output rule of a pattern × one item: the unit of incremental work. */
export interface Job {
  /** `<pattern>/<template> ← <spec><pointer>`: stable from run to run, unique in a project. */
  readonly id: string;
  /** Path of the artifact inside the output folder, with `/`. */
  readonly path: string;
  /** Why the artifact exists, in words. */
  readonly reason: string;
  readonly pattern: Pattern;
  readonly spec: Spec;
  readonly item: Item;
  /** Gives the text; throws a TemplateError. */
  readonly render: () => string;
}
