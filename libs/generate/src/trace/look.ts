/**
 * A quicker way into a view than through its traps, for code of this room that reads a great deal. What is read is noted
 * in the same way. JavaScript checks what a trap answers against the target, key by key: listing keys takes several times
 * as long through a view.
 */
export interface Look {
  /** All keys in their order, of an object. */
  keys(): readonly string[];
  /** The value under a key, or a view of it. */
  value(key: string): unknown;
}

/** Under which a view offers its {@link Look}. No document has such a key. */
export const LOOK: unique symbol = Symbol('look');

/** The look of a view; undefined for any other value, which can be read as it is. */
export function lookOf(value: object): Look | undefined {
  return (value as { readonly [LOOK]?: Look })[LOOK];
}

/** The elements of a list or of a view of one. */
export function elementsOf(list: readonly unknown[]): readonly unknown[] {
  const look = lookOf(list);
  if (look === undefined) return list;
  const length = look.value('length') as number;
  const elements: unknown[] = [];
  for (let index = 0; index < length; index++) elements.push(look.value(String(index)));
  return elements;
}
