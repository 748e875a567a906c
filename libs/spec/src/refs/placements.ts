import { isObject, type Json, type JsonObject } from '@nx-conductor/core';
import type { Link } from './link';
import type { LoadedFile } from './loaded-file';
import { nameOfTarget, uniqueName } from './names';
import { pointerTo } from './pointer-to';
import type { Target } from './resolve';

/** A place where the entry file may list shared values itself. */
export interface Shelf {
  readonly at: readonly string[];
  /** The section whose values it holds, as a grammar's rules name it. Usually the same place. */
  readonly section: readonly string[];
}

/** What becomes of every link of a spec. */
export interface LinkPlan {
  /** New texts of references that stay references, by their holder and key. */
  readonly texts: ReadonlyMap<object, ReadonlyMap<string, string>>;
  /** References that the value itself replaces, by their holder. */
  readonly inlined: ReadonlyMap<object, Link>;
  /** Values that the document gets at a new path. */
  readonly moved: readonly { readonly path: readonly string[]; readonly target: Target }[];
}

/**
 * Decides where each value goes. A value that the entry's own section already refers to
 * (`components: { schemas: { Pet: { $ref: ./pet.yaml } } }`) goes exactly there; other values from other files get a
 * name in the section of their kind, equal targets the same one; what no section holds replaces the reference.
 */
export function planLinks(entry: LoadedFile, links: readonly Link[], shelves: readonly Shelf[]): LinkPlan {
  const inlined = new Map<object, Link>();
  const texts = new Map<object, Map<string, string>>();
  const moved: { path: readonly string[]; target: Target }[] = [];
  const byHolder = new Map<object, Link>();
  for (const link of links) {
    if (link.key !== '$ref') continue;
    byHolder.set(link.holder, link);
    if (link.rule.section === undefined && !staysPathItem(link, entry)) inlined.set(link.holder, link);
  }
  // Where values stand in the bundled document, and which names each section has.
  const placed = new Map<string, readonly string[]>();
  const names = new Map<string, Set<string>>();
  for (const shelf of shelves) adopt(shelf);

  for (const link of links) {
    if (inlined.has(link.holder) && link.key === '$ref') continue;
    let ofHolder = texts.get(link.holder);
    if (ofHolder === undefined) texts.set(link.holder, (ofHolder = new Map()));
    ofHolder.set(link.key, pointerTo(placeFor(link)));
  }
  return { texts, inlined, moved };

  /** Takes over what the entry lists on a shelf, in its own words or by reference. */
  function adopt({ at, section }: Shelf): void {
    const shelf = listedAt(at);
    const taken = namesIn(at);
    if (shelf === undefined) return;
    const members = Object.entries(shelf.value) as [string, Json][];
    for (const [name] of members) {
      taken.add(name);
      placed.set(placeKey(section, `${shelf.file.source.path}${pointerTo([...shelf.path, name])}`), [...at, name]);
    }
    for (const [name, value] of members) {
      const link = isObject(value) ? byHolder.get(value) : undefined;
      if (link === undefined || Object.keys(value as JsonObject).length > 1 || link.target.file === entry) continue;
      const key = placeKey(section, link.target.id);
      if (placed.has(key)) continue;
      placed.set(key, [...at, name]);
      inlined.set(link.holder, link);
    }
  }

  /** The object at a path of the entry, through references that it or its parents may be. */
  function listedAt(path: readonly string[]): { file: LoadedFile; path: readonly string[]; value: JsonObject } | undefined {
    let at: Pick<Target, 'file' | 'path' | 'value'> = { file: entry, path: [], value: entry.value };
    for (const segment of [undefined, ...path]) {
      if (segment !== undefined) {
        if (!isObject(at.value) || !Object.hasOwn(at.value, segment)) return undefined;
        at = { file: at.file, path: [...at.path, segment], value: at.value[segment] as Json };
      }
      for (let link = linkOf(at.value); link !== undefined && inlined.has(link.holder); link = linkOf(at.value)) at = link.target;
    }
    return isObject(at.value) ? { ...at, value: at.value } : undefined;
  }

  function linkOf(value: Json): Link | undefined {
    return isObject(value) ? byHolder.get(value) : undefined;
  }

  function placeFor({ target, rule }: Link): readonly string[] {
    if (target.file === entry || rule.section === undefined) return target.path;
    const section = rule.section;
    const key = placeKey(section, target.id);
    let path = placed.get(key);
    if (path === undefined) {
      path = [...section, uniqueName(nameOfTarget(target), namesIn(section))];
      placed.set(key, path);
      moved.push({ path, target });
    }
    return path;
  }

  function namesIn(section: readonly string[]): Set<string> {
    const key = section.join('/');
    let taken = names.get(key);
    if (taken === undefined) names.set(key, (taken = new Set()));
    return taken;
  }
}

const placeKey = (section: readonly string[], id: string): string => `${section.join('/')} ${id}`;

/** A path item of the entry itself may stay a reference. */
function staysPathItem(link: Link, entry: LoadedFile): boolean {
  return link.rule.name === 'path item' && link.target.file === entry;
}
