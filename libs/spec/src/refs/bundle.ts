import { done, isObject, own, type Failure, type Json, type JsonObject, type Outcome } from '@nx-conductor/core';
import type { Adapted } from '../adapters/adapter';
import { withLines } from '../text/with-lines';
import type { Link } from './link';
import type { LoadedFile } from './loaded-file';
import type { Loader } from './loader';
import { planLinks, type LinkPlan, type Shelf } from './placements';
import { pointerTo } from './pointer-to';
import type { Target } from './resolve';

/** A document that refers to no other file, and where its values came from. */
export type Bundled = Pick<Adapted, 'document' | 'origin'>;

/**
 * Makes one document of the files of a spec. Shared values move into the section that the document has for them,
 * others replace the reference. Only objects on the way to a change are copied; when nothing has to change, which is
 * the case for every document in one file, the entry's own value is returned.
 */
export function bundle(entry: LoadedFile, links: readonly Link[], shelves: readonly Shelf[], loader: Loader): Outcome<Bundled> {
  if (links.length === 0) return done({ document: entry.value, origin: (path) => ({ source: entry.source, path }) });
  const plan = planLinks(entry, links, shelves);
  const changed = ancestorsOf(links);
  const copies = new Map<object, Json>();
  const underWay = new Set<object>();
  const failures: Failure[] = [];

  let document = embed(entry.value);
  for (const [section, members] of bySection(plan)) {
    document = withMembersAt(document, section, members.map(({ name, target }) => [name, embed(target.value)]));
  }
  if (failures.length > 0) return { ok: false, failures: withLines(failures, loader.sources) };
  return done({ document, origin: (path) => originOf(entry, plan, path) });

  /** The value as it stands in the bundled document. */
  function embed(value: Json): Json {
    if (typeof value !== 'object' || value === null || !changed.has(value)) return value;
    const known = copies.get(value);
    if (known !== undefined) return known;
    underWay.add(value);
    const copy = Array.isArray(value) ? (value as readonly Json[]).map(embed) : embedObject(value as JsonObject);
    underWay.delete(value);
    copies.set(value, copy);
    return copy;
  }

  function embedObject(value: JsonObject): Json {
    const members = Object.entries(value) as [string, Json][];
    const reference = plan.inlined.get(value);
    if (reference !== undefined) {
      const siblings = members.filter(([key]) => key !== '$ref').map(([key, child]) => [key, embed(child)] as const);
      const base = embedTarget(reference);
      return isObject(base) ? Object.fromEntries([...Object.entries(base), ...siblings]) : base;
    }
    const texts = plan.texts.get(value);
    return Object.fromEntries(members.map(([key, child]) => [key, texts?.get(key) ?? embed(child)])) as Json;
  }

  function embedTarget(link: Link): Json {
    const { value } = link.target;
    if (typeof value === 'object' && value !== null && underWay.has(value)) {
      const place = { file: link.file.source.file, pointer: pointerTo([...link.path, link.key]) };
      failures.push({ code: 'ref-cycle', place, chain: [`${link.target.file.source.file}${pointerTo(link.target.path)}`, own(link.holder, link.key) as string] });
      return null;
    }
    return embed(value);
  }
}

/** Every object between the root of a file, or of a value that a link leads to, and the holder of a link. */
function ancestorsOf(links: readonly Link[]): ReadonlySet<object> {
  const ancestors = new Set<object>();
  for (const { file, path, holder } of links) {
    let value = file.value as { readonly [key: string]: Json };
    for (const segment of path) {
      ancestors.add(value);
      value = value[segment] as unknown as { readonly [key: string]: Json };
    }
    ancestors.add(holder);
  }
  return ancestors;
}

/** Values that move, by the section they move to, so that each section is copied once. */
function bySection({ moved }: LinkPlan): Iterable<[section: readonly string[], members: { readonly name: string; readonly target: Target }[]]> {
  const sections = new Map<string, [readonly string[], { readonly name: string; readonly target: Target }[]]>();
  for (const { path, target } of moved) {
    const section = path.slice(0, -1);
    const member = { name: path.at(-1) as string, target };
    const known = sections.get(section.join('/'));
    if (known === undefined) sections.set(section.join('/'), [section, [member]]);
    else known[1].push(member);
  }
  return sections.values();
}

/** The value with members added to the object at a path, which is made where it is missing. */
function withMembersAt(value: Json, path: readonly string[], members: readonly (readonly [string, Json])[]): Json {
  const present = isObject(value) ? value : {};
  const [key, ...rest] = path;
  const added = key === undefined ? members : [[key, withMembersAt(own(present, key) ?? {}, rest, members)] as const];
  return Object.fromEntries([...Object.entries(present), ...added]) as Json;
}

/** Walks the source files along a path of the bundled document. */
function originOf(entry: LoadedFile, plan: LinkPlan, path: readonly string[]): ReturnType<Bundled['origin']> {
  let at: Pick<Target, 'file' | 'path' | 'value'> = { file: entry, path: [], value: entry.value };
  const inlinedAt = (value: Json | undefined): Target | undefined => (isObject(value) ? plan.inlined.get(value)?.target : undefined);
  for (const [index, segment] of path.entries()) {
    const moved = plan.moved.find((move) => move.path.length === index + 1 && move.path.every((key, place) => key === path[place]));
    if (moved !== undefined) {
      at = moved.target;
      continue;
    }
    for (let target = inlinedAt(at.value); target !== undefined && !hasMember(at.value, segment); target = inlinedAt(at.value)) at = target;
    at = { file: at.file, path: [...at.path, segment], value: memberOf(at.value, segment) as Json };
  }
  for (let target = inlinedAt(at.value); target !== undefined; target = inlinedAt(at.value)) at = target;
  return { source: at.file.source, path: at.path };
}

function memberOf(value: Json | undefined, key: string): Json | undefined {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as { readonly [key: string]: Json })[key] : undefined;
}

function hasMember(value: Json, key: string): boolean {
  return memberOf(value, key) !== undefined;
}
