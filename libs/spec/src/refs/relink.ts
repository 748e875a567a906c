import { pointerSegments, type Place } from '@nx-conductor/core';
import { refCycles } from './cycles';
import { findRefs, type FoundRef } from './find-refs';
import { ruleAt, type Rule } from './grammar';
import type { KnownRefs, LoadedFile, Revision } from './loaded-file';
import type { Loader } from './loader';
import { pointerTo } from './pointer-to';
import { isOptional, mustInline } from './ref-kinds';
import { createResolver, isTarget, type Target } from './resolve';

/**
 * Checks what a revision can have broken: the references in its values, and those that lead into them. The references
 * as they are now; undefined when anything is not as plain as before, and the whole document must be checked.
 */
export function relinkRefs(entry: LoadedFile, { refs, changed }: Revision, grammar: Rule, loader: Loader): KnownRefs | undefined {
  const resolve = createResolver(loader);
  const place = (): Place => ({ file: entry.source.file });
  const targets = new Map<string, Target>();
  const settled = new Map(refs.settled);
  const loose = new Set(refs.loose);
  const pointers = changed.map(({ path }) => pointerTo(path));
  let plain = !entry.mentionsId;

  for (const { path, value } of changed) {
    // These keys mean something to what is around them.
    if (path.includes('$ref') || path.includes('discriminator')) return undefined;
    const rule = ruleAt(entry.value, grammar, path);
    if (rule !== undefined) findRefs(value, rule, path, (ref) => (plain &&= follow(ref)), { withoutIds: true });
  }
  for (const [rule, texts] of refs.settled) {
    for (const text of texts) if (plain && leadsInto(text)) plain = settle(rule, text);
  }
  // What led nowhere may lead somewhere now.
  for (const text of refs.loose) plain &&= !isTarget(resolve(entry, text, place));
  return plain && refCycles(targets.values(), resolve, entry).length === 0 ? { settled, loose } : undefined;

  function follow(ref: FoundRef): boolean {
    if (typeof ref.text !== 'string' || mustInline(ref)) return false;
    const target = resolve(entry, ref.text, place);
    if (isTarget(target)) return settle(ref.rule.name, ref.text);
    // A mapping may lead nowhere; a `$ref` of the same text may not.
    if (!isOptional(ref, target)) return false;
    loose.add(ref.text);
    return true;
  }

  function settle(rule: string, text: string): boolean {
    const target = resolve(entry, text, place);
    if (!isTarget(target) || target.file !== entry || !target.direct || ruleAt(entry.value, grammar, target.path)?.name !== rule) return false;
    targets.set(target.id, target);
    const texts = settled.get(rule);
    if (texts?.has(text) !== true) settled.set(rule, new Set([...(texts ?? []), text]));
    return true;
  }

  function leadsInto(text: string): boolean {
    return changed.some(({ path }, index) => {
      if (/[%~]/.test(text)) return path.every((segment, at) => pointerSegments(text)[at] === segment);
      const pointer = pointers[index] as string;
      return text.startsWith(pointer) && (text.length === pointer.length || text[pointer.length] === '/');
    });
  }
}
