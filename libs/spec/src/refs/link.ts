import type { Failure, Json, JsonObject, Outcome, Place } from '@nx-conductor/core';
import { done } from '@nx-conductor/core';
import { withLines } from '../text/with-lines';
import { refCycles } from './cycles';
import { findRefs, type FoundRef, type Seen } from './find-refs';
import { ruleAt, type Rule } from './grammar';
import type { KnownRefs, LoadedFile } from './loaded-file';
import type { Loader } from './loader';
import { pointerTo } from './pointer-to';
import { isOptional, mustInline } from './ref-kinds';
import { relinkRefs } from './relink';
import { createResolver, isTarget, type Target } from './resolve';

/** At most so many failures are worth reading at once. */
const MAX_FAILURES = 20;

/** A reference with what it leads to. */
export interface Link {
  readonly file: LoadedFile;
  /** Path of the holder in its file. */
  readonly path: readonly string[];
  readonly holder: JsonObject;
  readonly key: string;
  readonly rule: Rule;
  readonly target: Target;
}

/** What was found of a document's references. */
export interface Linked {
  /**
   * The references that must change before the document can stand alone, in the order of discovery. Plain pointers inside
   * the entry file are not among them: nearly all documents have no others.
   */
  readonly links: readonly Link[];
  /** All references, when each of them is so plain that a part of the document can be checked by itself. */
  readonly refs: KnownRefs | undefined;
}

/**
 * Follows every reference that can be reached from the entry file, reading further files on the way, and checks
 * that each leads to a value. Reports up to twenty of those that do not. Of a file that was revised in parts, only these
 * parts are walked, where that is enough.
 */
export function linkRefs(entry: LoadedFile, grammar: Rule, loader: Loader): Outcome<Linked> {
  const relinked = entry.revision && relinkRefs(entry, entry.revision, grammar, loader);
  if (relinked) return done({ links: [], refs: relinked });
  const resolve = createResolver(loader);
  const failures: Failure[] = [];
  const toRewrite: Link[] = [];
  const targets = new Map<string, Target>();
  const seen: Seen = new Map();
  const reached = new Map<Target, Set<Rule>>();
  // References of the entry file that were followed before and may stay: a document repeats the same few thousands of times.
  const settled = new Map<Rule, Set<string>>();
  const loose = new Set<string>();
  const queue: { readonly file: LoadedFile; readonly value: Json; readonly path: readonly string[]; readonly rule: Rule }[] = [];

  const followNew = (ref: FoundRef): void => {
    if (ref.base !== undefined || settled.get(ref.rule)?.has(ref.text) !== true) follow(entry, ref);
  };
  findRefs(entry.value, grammar, [], followNew, { withoutIds: !entry.mentionsId });
  for (const { file, value, path, rule } of queue) {
    findRefs(value, rule, path, (ref) => follow(file, ref), { seen, withoutIds: !file.mentionsId });
  }
  if (failures.length === 0) failures.push(...refCycles(targets.values(), resolve, entry));
  if (failures.length > 0) return { ok: false, failures: withLines(failures.slice(0, MAX_FAILURES), loader.sources) };
  const plain = toRewrite.length === 0 && queue.length === 0 && !entry.mentionsId;
  return done({ links: toRewrite, refs: plain ? { settled: new Map([...settled].map(([rule, texts]) => [rule.name, texts])), loose } : undefined });

  function follow(file: LoadedFile, ref: FoundRef): void {
    const place = (): Place => ({ file: file.source.file, pointer: pointerTo([...ref.path, ref.key]) });
    if (typeof ref.text !== 'string') {
      failures.push({ code: 'invalid-value', place: place(), what: '`$ref`', expected: 'a text such as `#/components/schemas/Pet`', received: JSON.stringify(ref.text) });
      return;
    }
    const target = resolve(file, ref.text, place, ref.base);
    if (!isTarget(target)) {
      if (isOptional(ref, target)) loose.add(ref.text);
      else if (failures.length < MAX_FAILURES) failures.push(...target);
      return;
    }
    targets.set(target.id, target);
    reach(target, ref.rule);
    if (file !== entry || target.file !== entry || !target.direct || mustInline(ref)) {
      toRewrite.push({ file, path: [...ref.path], holder: ref.holder, key: ref.key, rule: ref.rule, target });
    } else if (ref.base === undefined) settle(ref);
  }

  function settle({ rule, text }: FoundRef): void {
    const texts = settled.get(rule);
    if (texts === undefined) settled.set(rule, new Set([text]));
    else texts.add(text);
  }

  /** Queues what the grammar alone does not lead to. */
  function reach(target: Target, rule: Rule): void {
    let rules = reached.get(target);
    if (rules === undefined) reached.set(target, (rules = new Set()));
    if (rules.has(rule)) return;
    rules.add(rule);
    if (target.file === entry && ruleAt(entry.value, grammar, target.path) === rule) return;
    queue.push({ file: target.file, value: target.value, path: target.path, rule });
  }
}
