import { byCodeUnit } from '@nx-conductor/core';
import { markOf, type Done, type Work } from './emit/work';
import type { Finding } from './finding';
import { absolutePath, SLOTS } from './layout/layout';
import type { Beginning } from './plan/previous';
import { codeOf, fileOf, State } from './plan/state';
import { entryOutputs, shownEntry } from './records/entries';
import { outputBit } from './records/table';
import type { CompileReason, CompileResult, OutputChange } from './result';

/** Puts what a run did into the form that people and scripts get, in an order that does not depend on threads. */
export function tell(work: Work, beginning: Beginning, done: Done, colliding: readonly Finding[], removed: readonly string[], failed: number, phases: CompileResult['phases']): CompileResult {
  const total = work.table.names.length;
  const written = writtenIn(work);
  const outputs = outputsIn(work);
  return {
    sources: { total, compiled: done.compiled.length, kept: total - done.compiled.length - failed, removed: beginning.removedEntries.length, failed },
    outputs: { total: outputs, written, kept: outputs - written, removed: removed.length, bytes: done.bytes },
    // A list of everything that a first run writes takes longer than many a run: it is made for who looks at it.
    get changes() {
      return changesOf(work, removed);
    },
    findings: [...colliding, ...done.findings].sort(byPlace),
    why: reasons(work, beginning, done),
    phases,
  };
}

function changesOf({ root, table, layout, marks }: Work, removed: readonly string[]): OutputChange[] {
  const changes: OutputChange[] = removed.map((path) => ({ action: 'remove', path: absolutePath(root, path) }));
  for (let entry = 0; entry < marks.length; entry++) {
    const mark = marks[entry] as number;
    if (mark === 0) continue;
    const paths = entryOutputs(table.names[entry] as string, layout) ?? [];
    for (let file = 1; file <= SLOTS.length; file++) {
      const { written, replaced } = markOf(file);
      if ((mark & written) !== 0) changes.push({ action: (mark & replaced) === 0 ? 'create' : 'update', path: absolutePath(root, paths[file - 1] as string) });
    }
  }
  return changes.sort((a, b) => byCodeUnit(a.path, b.path));
}

const OUTPUTS = SLOTS.map((_, slot) => slot + 1);
const ANY_WRITTEN = OUTPUTS.reduce((bits, file) => bits | markOf(file).written, 0);
const ANY_OUTPUT = OUTPUTS.reduce((bits, file) => bits | outputBit(file), 0);

const writtenIn = ({ marks }: Work): number => bitsIn(marks, ANY_WRITTEN);

const outputsIn = ({ table }: Work): number => bitsIn(table.flags, ANY_OUTPUT);

/** How many of some bits are set in all bytes together. Most bytes are alike: each value is counted by itself, once. */
function bitsIn(bytes: Uint8Array, bits: number): number {
  const times = new Uint32Array(256);
  for (let at = 0; at < bytes.length; at++) times[bytes[at] as number] = (times[bytes[at] as number] as number) + 1;
  let count = 0;
  for (let value = 0; value < times.length; value++) {
    for (let left = value & bits; left !== 0; left &= left - 1) count += times[value] as number;
  }
  return count;
}

function reasons({ table, states, layout }: Work, beginning: Beginning, done: Done): CompileReason[] {
  const changed = new Map(done.changed);
  const reasonOf = (entry: number): string => {
    const state = states[entry] as number;
    const output = () => entryOutputs(table.names[entry] as string, layout)?.[fileOf(state) - 1] ?? '';
    switch (codeOf(state)) {
      case State.new:
        return beginning.overall ?? 'new';
      case State.stale:
        return beginning.overall ?? 'forced';
      case State.missing:
        return `its output ${output()} is missing`;
      case State.edited:
        return `its output ${output()} was edited`;
      case State.program:
        return 'something has changed in the program that TypeScript emits it from';
      case State.again:
        return 'it could not be compiled, or was interrupted, the last time';
      default:
        return changed.get(entry) ?? 'source changed';
    }
  };
  return [
    ...[...done.compiled, ...done.failed, ...done.mendable].map((entry) => ({ source: shownEntry(table.names[entry] as string), reason: reasonOf(entry) })),
    ...beginning.removedEntries.map((name) => ({ source: shownEntry(name), reason: 'removed' })),
  ].sort((a, b) => byCodeUnit(a.source, b.source));
}

const byPlace = (a: Finding, b: Finding): number => byCodeUnit(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0) || byCodeUnit(a.code, b.code);
