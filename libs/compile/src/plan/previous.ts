import { entryOutputs, shownEntry } from '../records/entries';
import { keyDifference, type RecordKey } from '../records/key';
import type { FoundManifest, Manifest } from '../records/manifest';
import { bytesFor, carry, carryTable, Flag, outputBit, sameDigest, tableOver, type Table } from '../records/table';
import { SLOTS, type Layout } from '../layout/layout';
import type { Program } from '../whole/program';
import { State } from './state';
import { digestBytes } from './verify';

/** What this run begins with: what is known of each entry, and what is owned that no entry makes any more. */
export interface Beginning {
  readonly table: Table;
  readonly states: Uint8Array;
  readonly savedAt: number;
  /** What the sources depend on that TypeScript emitted. */
  readonly program: Program | undefined;
  /** Why everything is compiled again; undefined when it is not. */
  readonly overall: string | undefined;
  /** Entries that are gone. */
  readonly removedEntries: readonly string[];
  /** Outputs that an older run made and no entry has now. */
  readonly removedOutputs: readonly OwnedOutput[];
  /** Entries and layout are as before: nothing about their paths can be new. */
  readonly samePaths: boolean;
}

/** An output that a manifest lists. */
export interface OwnedOutput {
  /** Relative to the root. */
  readonly path: string;
  /** True while these are the bytes that were written there. */
  readonly wrote: (bytes: Uint8Array) => boolean;
}

/**
 * Lays what the manifest knows over the entries of this run. `ahead` is of this manifest: table and states that somebody
 * looks at already. They are those of the beginning when nothing tells this run from the last one.
 */
export function beginWith(found: FoundManifest, key: RecordKey, names: readonly string[], force: boolean, share: boolean, ahead?: Pick<Beginning, 'table' | 'states'>): Beginning {
  if (ahead && found.state === 'sound' && !force && sameNames(found.manifest.table.names, names) && keyDifference(found.manifest.key, key) === undefined) {
    const { savedAt, program } = found.manifest;
    return { table: ahead.table, states: ahead.states, savedAt, program, overall: undefined, removedEntries: [], removedOutputs: [], samePaths: true };
  }
  const size = bytesFor(names.length);
  const states = new Uint8Array(share ? new SharedArrayBuffer(names.length) : new ArrayBuffer(names.length));
  const table = tableOver(names, share ? new SharedArrayBuffer(size) : new ArrayBuffer(size));
  if (found.state !== 'sound') {
    states.fill(State.new);
    const overall = found.state === 'damaged' ? 'the manifest is damaged' : 'there is no manifest';
    return { table, states, savedAt: 0, program: undefined, overall, removedEntries: [], removedOutputs: [], samePaths: false };
  }
  const { manifest } = found;
  const sameLayout = JSON.stringify(manifest.key.layout) === JSON.stringify(key.layout);
  const removedEntries = carryAll(manifest.table, table, states);
  const difference = keyDifference(manifest.key, key) ?? lostData(removedEntries);
  if (!sameLayout) moveSlots(table, states, manifest.key.layout, key.layout);
  else if (difference !== undefined || force) for (let entry = 0; entry < states.length; entry++) if (states[entry] === State.fine) states[entry] = State.stale;
  const removedOutputs = sameLayout ? outputsOfEntries(manifest, new Set(removedEntries)) : outputsOfEntries(manifest, undefined);
  return {
    table,
    states,
    savedAt: manifest.savedAt,
    program: manifest.program,
    overall: difference ?? (force ? 'forced' : undefined),
    removedEntries,
    removedOutputs: removedOutputs.length === 0 ? [] : without(removedOutputs, names, key),
    samePaths: sameLayout && removedEntries.length === 0 && manifest.table.names.length === names.length,
  };
}

/** Whether an import of data is refused depends on what is selected (`dataLeftOut`): what was fine need not be any more. */
function lostData(removed: readonly string[]): string | undefined {
  const data = removed.find((name) => name.endsWith('.json'));
  return data === undefined ? undefined : `${shownEntry(data)} is selected no more`;
}

/** Copies what is known of entries that are still there; both lists are in code-unit order. Returns those that are not. */
function carryAll(old: Table, table: Table, states: Uint8Array): string[] {
  if (sameNames(old.names, table.names)) {
    carryTable(old, table);
    for (let entry = 0; entry < states.length; entry++) if (((table.flags[entry] as number) & Flag.compiled) === 0) states[entry] = State.again;
    return [];
  }
  const removed: string[] = [];
  let at = 0;
  for (let entry = 0; entry < table.names.length; entry++) {
    const name = table.names[entry] as string;
    while (at < old.names.length && (old.names[at] as string) < name) removed.push(old.names[at++] as string);
    if (old.names[at] === name) {
      carry(old, at++, table, entry);
      const flags = table.flags[entry] as number;
      if ((flags & Flag.compiled) === 0) states[entry] = State.again;
    } else states[entry] = State.new;
  }
  return [...removed, ...old.names.slice(at)];
}

function sameNames(old: readonly string[], now: readonly string[]): boolean {
  return old.length === now.length && old.every((name, index) => name === now[index]);
}

/** What is known of outputs holds in another layout for those that lie where they lay. All entries are new in it. */
function moveSlots(table: Table, states: Uint8Array, old: Layout, now: Layout): void {
  states.fill(State.new);
  table.names.forEach((name, entry) => {
    const [before, after] = [entryOutputs(name, old), entryOutputs(name, now)];
    for (let file = 1; file <= SLOTS.length; file++) {
      if (before?.[file - 1] !== after?.[file - 1]) table.flags[entry] = (table.flags[entry] as number) & ~outputBit(file);
    }
  });
}

/** Outputs that a manifest owns: of some of its entries, or of all. */
function outputsOfEntries({ table, key }: Manifest, entries: ReadonlySet<string> | undefined): OwnedOutput[] {
  const found: OwnedOutput[] = [];
  if (entries?.size === 0) return found;
  table.names.forEach((name, entry) => {
    if (entries && !entries.has(name)) return;
    const paths = entryOutputs(name, key.layout);
    for (let file = 1; file <= SLOTS.length; file++) {
      const path = paths?.[file - 1];
      if (path !== undefined && ((table.flags[entry] as number) & outputBit(file)) !== 0) found.push({ path, wrote: (bytes) => sameDigest(table, entry, file, digestBytes(bytes)) });
    }
  });
  return found;
}

/** What is left of some outputs without those that entries have now, and without what is a source now. */
function without(outputs: readonly OwnedOutput[], names: readonly string[], key: RecordKey): OwnedOutput[] {
  const owned = new Set<string | undefined>(names);
  for (const name of names) for (const path of entryOutputs(name, key.layout) ?? []) owned.add(path);
  return outputs.filter(({ path }) => !owned.has(path));
}
