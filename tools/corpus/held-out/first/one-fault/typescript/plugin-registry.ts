/** Plugins by name. */
export interface Registry {
  readonly plugins: Map<string, any>;
  readonly order: readonly string[];
}

/** A registry without plugins. */
export const emptyRegistry = (): Registry => ({ plugins: new Map(), order: [] });
