import type { Disk } from '@nx-conductor/core';
import { equal, type Changes } from './changes';
import { digestAt, isNew, OPAQUE, REACHES_OUT, type Known } from './known';
import { literalsOf } from './imports';
import { pathOf } from './paths';
import type { TypecheckRequest } from './request';
import { shapeOf } from './shape';

/** Which sources must be checked again, or why all must. */
export type Affected =
  | { readonly kind: 'some'; readonly rows: ReadonlyMap<number, string>; readonly declarations: ReadonlyMap<number, string | undefined>; readonly relinked: ReadonlySet<number> }
  | { readonly kind: 'all'; readonly source: string; readonly reason: string };

/**
 * The sources whose checked types can have changed: those that changed, and those that import a source whose *shape*
 * changed. A shape is what importers can see (`shape.ts`). It has changed when its declarations have, or when they name
 * something of a source whose shape has: a declaration's text can stay while what a name in it means does not.
 *
 * Sources with errors are checked again when what they import changed in any way.
 * A source that is gone, or an import that may lead elsewhere now (`moved`, with reasons), changes a shape in any case.
 *
 * `rows` has the reason of each, `declarations` the declarations that were made on the way, `relinked` those rows whose
 * imports may lead elsewhere although their text is the same.
 */
export async function affectedBy({ changed, gone }: Changes, moved: ReadonlyMap<number, string>, known: Known, most: number, { root, platform }: Pick<TypecheckRequest, 'root' | 'platform'>, disk: Disk): Promise<Affected> {
  const { names, sources, flags } = known;
  const rows = new Map<number, string>();
  const declarations = new Map<number, string | undefined>();
  const queue: number[] = [];
  const reshaped = new Set<number>();
  const all = (row: number, reason: string): Affected => ({ kind: 'all', source: names[row] as string, reason });

  const vanished = new Set(gone);
  const relinked = new Set(moved.keys());
  for (const row of gone) {
    if (((flags[row] as number) & REACHES_OUT) !== 0) return all(row, 'is gone, and declared what files saw that did not import it');
    queue.push(row);
  }
  for (const [row, reason] of moved) {
    if (((flags[row] as number) & REACHES_OUT) !== 0) return all(row, `${reason}; it can declare what files see that do not import it`);
    rows.set(row, reason);
    queue.push(row);
  }
  for (const row of queue) reshaped.add(row);

  for (const { row, shape } of changed) {
    if (shape.reachesOut || ((flags[row] as number) & REACHES_OUT) !== 0) return all(row, 'changed, and can declare what files see that do not import it');
    if (/\.[mc]?jsx?$/.test(names[row] as string)) return all(row, 'changed, and is JavaScript, whose shape TypeScript infers as a whole');
    rows.set(row, isNew(known, row) ? 'it is new' : 'its content changed');
    declarations.set(row, shape.declarations);
    if (reshaped.has(row) || equal(shape.digest, digestAt(known.shapes, row))) continue;
    reshaped.add(row);
    queue.push(row);
  }
  const faulty = new Set(known.findings.map(({ file }) => file));
  if (queue.length === 0 && faulty.size === 0) return { kind: 'some', rows, declarations, relinked };

  const importers = importersIn(known);
  // Reasons may tell of what importers cannot use: a name that is declared and not exported.
  for (const { row } of changed) {
    for (const importer of importers(row)) if (faulty.has(names[importer] as string) && !rows.has(importer) && !vanished.has(importer)) rows.set(importer, `has errors, and imports ${names[row]}, which changed`);
  }
  for (let at = 0; at < queue.length; at++) {
    const from = queue[at] as number;
    const what = `${names[from]}, ${vanished.has(from) ? 'which is gone' : 'whose declarations changed'}`;
    for (const row of importers(from)) {
      if (vanished.has(row)) continue;
      if (row >= sources) return all(row, `is a declaration file that refers to ${what}`);
      if (((flags[row] as number) & REACHES_OUT) !== 0) return all(row, `can declare what files see that do not import it, and refers to ${what}`);
      if (!rows.has(row)) rows.set(row, `imports ${what}`);
      if (vanished.has(from)) relinked.add(row);
      if (rows.size > most) return all(from, `its declarations changed, and more than ${most} of ${sources} files can see that`);
      if (reshaped.has(row)) continue;
      if (!(await seesThrough(row, from))) continue;
      reshaped.add(row);
      queue.push(row);
    }
  }
  return { kind: 'some', rows, declarations, relinked };

  /** Whether the shape of an importer can say more than its own text: it names, or may name, the other source. */
  async function seesThrough(row: number, target: number): Promise<boolean> {
    if (((flags[row] as number) & OPAQUE) !== 0 && !declarations.has(row)) return true;
    if (!declarations.has(row)) {
      const path = pathOf(root, names[row] as string);
      const content = disk.read(path);
      declarations.set(row, content && (await shapeOf(path, content, platform)).declarations);
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
