import type { Disk } from '@nx-conductor/core';
import { mergeDone, type Done, type Work } from '../emit/work';
import type { CompileMachine } from '../machine';
import type { Beginning } from '../plan/previous';
import { State } from '../plan/state';
import { kindOf } from '../records/entries';
import { Flag } from '../records/table';
import type { CompileRequest } from '../request';
import { emitWhole, planWhole } from './emit-whole';
import { isSameProgram, type Program } from './program';

/** True when TypeScript emitted one of the sources. */
export const hasWhole = ({ table }: Work): boolean => table.flags.some((flags) => (flags & Flag.whole) !== 0);

/** What TypeScript emitted depends on everything: all of it is stale when anything has changed. */
export function markWhole(disk: Disk, work: Work, { program, removedEntries }: Beginning): void {
  const { table, states } = work;
  if (program === undefined || !hasWhole(work)) return;
  if (removedEntries.length === 0 && states.every((state, entry) => state === State.fine || kindOf(table.names[entry] as string) !== 'source') && isSameProgram(disk, program)) return;
  for (let entry = 0; entry < states.length; entry++) {
    if (states[entry] === State.fine && ((table.flags[entry] as number) & Flag.whole) !== 0) states[entry] = State.program;
  }
}

/** Lets TypeScript emit what could not be emitted from one file alone, where that is asked for. */
export async function emitRest(request: CompileRequest, machine: CompileMachine, work: Work, alone: Done): Promise<{ done: Done; program?: Program }> {
  const { fallback } = request;
  if (fallback === undefined || alone.mendable.length === 0) return { done: alone };
  const rest = { ...alone, mendable: [] };
  const entries = [...alone.mendable].sort((a, b) => a - b);
  if (!work.writes) return { done: mergeDone([rest, planWhole(machine.disk, work, entries)]) };
  const { done: whole, program } = await emitWhole(request, fallback, machine, work, entries);
  return { done: mergeDone([rest, whole]), program };
}
