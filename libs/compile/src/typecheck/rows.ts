import { DIGEST, importsOf, refsOf, ROOT, type Known } from './known';
import { startsOf } from './learn';

/** The same with further sources, of which nothing is known but that the tsconfig selects them. They come after the other sources. */
export function withSources(known: Known, added: readonly string[]): Known {
  if (added.length === 0) return known;
  const { names, sources } = known;
  const order = [...range(0, sources), ...added.map(() => undefined), ...range(sources, names.length)];
  const next = inOrder(known, order);
  for (const [index, name] of added.entries()) {
    next.names[sources + index] = name;
    next.flags[sources + index] = ROOT;
  }
  return next;
}

/** The same without some rows. What referred to them does not any more. */
export function withoutRows(known: Known, gone: ReadonlySet<number>): Known {
  return gone.size === 0 ? known : inOrder(known, [...known.names.keys()].filter((row) => !gone.has(row)));
}

/** Columns with these rows in this order; an undefined row is an empty one, and a source. */
function inOrder(known: Known, order: readonly (number | undefined)[]): Known & { names: string[] } {
  const count = order.length;
  const sources = order.filter((row) => row === undefined || row < known.sources).length;
  const newRow = new Map(order.flatMap((row, index) => (row === undefined ? [] : [[row, index] as const])));
  const stats = new Float64Array(count * 4);
  const [contents, shapes, flags] = [new Uint8Array(sources * DIGEST), new Uint8Array(sources * DIGEST), new Uint8Array(count)];
  const refs: number[][] = [];
  const imports: ArrayLike<number>[] = [];
  for (const [index, row] of order.entries()) {
    refs.push(row === undefined ? [] : [...refsOf(known, row)].flatMap((ref) => newRow.get(ref) ?? []));
    if (row !== undefined) {
      stats.set(known.stats.subarray(row * 4, row * 4 + 4), index * 4);
      flags[index] = known.flags[row] as number;
    }
    if (index >= sources) continue;
    imports.push(row === undefined ? [] : importsOf(known, row));
    if (row === undefined) continue;
    contents.set(known.contents.subarray(row * DIGEST, (row + 1) * DIGEST), index * DIGEST);
    shapes.set(known.shapes.subarray(row * DIGEST, (row + 1) * DIGEST), index * DIGEST);
  }
  return {
    ...known,
    names: order.map((row) => (row === undefined ? '' : (known.names[row] as string))),
    sources,
    stats,
    contents,
    shapes,
    flags,
    refs: joined(refs, Uint32Array),
    refStart: startsOf(refs),
    imports: joined(imports, Float64Array),
    importStart: startsOf(imports),
  };
}

/** All lists in one column, one after the other. */
export function joined<T extends Float64Array | Uint32Array>(lists: readonly ArrayLike<number>[], Column: new (length: number) => T): T {
  const column = new Column(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    column.set(list, at);
    at += list.length;
  }
  return column;
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);
