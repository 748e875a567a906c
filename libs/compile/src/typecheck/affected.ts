import type { Disk } from '@nx-conductor/core';
import type { ChangedSource } from './changes';
import { equal } from './changes';
import { digestAt, OPAQUE, REACHES_OUT, type Known } from './known';
import { literalsOf } from './imports';
import { pathOf } from './paths';
import { shapeOf } from './shape';

/** Which sources must be checked again, or why all must. */
export type Affected =
  | { readonly kind: 'some'; readonly rows: ReadonlyMap<number, string>; readonly declarations: ReadonlyMap<number, string | undefined> }
  | { readonly kind: 'all'; readonly source: string; readonly reason: string };

/**
 * The sources whose checked types can have changed: those that changed, and those that import a source whose *shape*
 * changed. A shape is what importers can see (`shape.ts`). It has changed when its declarations have, or when they name
 * something of a source whose shape has: a declaration's text can stay while what a name in it means does not.
 *
 * `rows` has the reason of each; `declarations` the declarations that were made on the way.
 */
export async function affectedBy(changed: readonly ChangedSource[], known: Known, most: number, root: string, disk: Disk): Promise<Affected> {
  const { names, sources, flags } = known;
  const rows = new Map<number, string>();
  const declarations = new Map<number, string | undefined>();
  const queue: number[] = [];
  const reshaped = new Set<number>();
  const all = (row: number, reason: string): Affected => ({ kind: 'all', source: names[row] as string, reason });

  for (const { row, shape } of changed) {
    if (shape.reachesOut || ((flags[row] as number) & REACHES_OUT) !== 0) return all(row, 'changed, and can declare what files see that do not import it');
    if (/\.[mc]?jsx?$/.test(names[row] as string)) return all(row, 'changed, and is JavaScript, whose shape TypeScript infers as a whole');
    rows.set(row, 'its content changed');
    declarations.set(row, shape.declarations);
    if (equal(shape.digest, digestAt(known.shapes, row))) continue;
    reshaped.add(row);
    queue.push(row);
  }
  if (queue.length === 0) return { kind: 'some', rows, declarations };

  const importers = importersIn(known);
  for (let at = 0; at < queue.length; at++) {
    const from = queue[at] as number;
    for (const row of importers(from)) {
      if (row >= sources) return all(row, `is a declaration file that refers to ${names[from]}, whose declarations changed`);
      if (((flags[row] as number) & REACHES_OUT) !== 0) return all(row, `can declare what files see that do not import it, and refers to ${names[from]}, whose declarations changed`);
      if (!rows.has(row)) rows.set(row, `imports ${names[from]}, whose declarations changed`);
      if (rows.size > most) return all(from, `its declarations changed, and more than ${most} of ${sources} files can see that`);
      if (reshaped.has(row)) continue;
      if (!(await seesThrough(row, from))) continue;
      reshaped.add(row);
      queue.push(row);
    }
  }
  return { kind: 'some', rows, declarations };

  /** Whether the shape of an importer can say more than its own text: it names, or may name, the other source. */
  async function seesThrough(row: number, target: number): Promise<boolean> {
    if (((flags[row] as number) & OPAQUE) !== 0 && !declarations.has(row)) return true;
    if (!declarations.has(row)) {
      const path = pathOf(root, names[row] as string);
      const content = disk.read(path);
      declarations.set(row, content && (await shapeOf(path, content)).declarations);
    }
    const text = declarations.get(row);
    return text === undefined || literalsOf(text).some((literal) => canName(literal.text, target));
  }

  /**
   * Whether a module specifier can lead to a source. By the last name alone, so that folders that TypeScript joins
   * (`rootDirs`), suffixes and folders with a package.json are among it. Names of packages can lead anywhere.
   */
  function canName(specifier: string, target: number): boolean {
    if (!specifier.startsWith('.')) return !/\s/.test(specifier);
    const last = (specifier.split('/').at(-1) as string).replace(/\.[mc]?[jt]sx?$/, '');
    const path = `/${names[target]}`;
    return last === '' || last.startsWith('.') || /[\\%]/.test(specifier) || path.includes(`/${last}.`) || path.includes(`/${last}/`);
  }
}

/** Who refers to a row, from who it refers to; built once, when it is asked for. */
function importersIn({ refStart, refs, names }: Known): (row: number) => Uint32Array {
  const start = new Uint32Array(names.length + 1);
  for (const ref of refs) start[ref + 1] = (start[ref + 1] as number) + 1;
  for (let row = 0; row < names.length; row++) start[row + 1] = (start[row + 1] as number) + (start[row] as number);
  const next = start.slice();
  const importers = new Uint32Array(refs.length);
  for (let row = 0; row < names.length; row++) {
    for (let at = refStart[row] as number; at < (refStart[row + 1] as number); at++) {
      const ref = refs[at] as number;
      importers[next[ref] as number] = row;
      next[ref] = (next[ref] as number) + 1;
    }
  }
  return (row) => importers.subarray(start[row], start[row + 1]);
}
