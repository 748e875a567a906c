import type { Disk } from '@nx-conductor/core';
import { SLOTS } from '../layout/layout';
import { State } from '../plan/state';
import { entryOutputs } from '../records/entries';
import { saveManifest, type Manifest } from '../records/manifest';
import { bytesFor, carryTable, Flag, outputBit, tableOver, type Table } from '../records/table';

/**
 * Saves a manifest that lists the outputs which are about to be made for entries that have none yet, because they are new or
 * had an error, without a digest. If the run is killed, and sources or options go before the next one, those outputs are
 * still known, and removed.
 */
export function claim(disk: Disk, path: string, manifest: Manifest, states: Uint8Array): void {
  const hasNone = (entry: number): boolean => states[entry] === State.new || states[entry] === State.again;
  if (!states.some((_, entry) => hasNone(entry))) return;
  const table = copyOf(manifest.table);
  table.names.forEach((name, entry) => {
    // The key is that of this run: what has not been compiled with it yet must not pass for it.
    if (states[entry] !== State.fine) table.flags[entry] = (table.flags[entry] as number) & ~Flag.compiled;
    if (!hasNone(entry)) return;
    entryOutputs(name, manifest.key.layout)?.forEach((output, slot) => {
      if (output !== undefined && slot < SLOTS.length) table.flags[entry] = (table.flags[entry] as number) | outputBit(slot + 1);
    });
  });
  saveManifest(disk, path, { ...manifest, table });
}

function copyOf(table: Table): Table {
  const copy = tableOver(table.names, new ArrayBuffer(bytesFor(table.names.length)));
  carryTable(table, copy);
  return copy;
}
