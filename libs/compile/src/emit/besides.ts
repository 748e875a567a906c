import type { Disk } from '@nx-conductor/core';
import { kindOf } from '../records/entries';
import { noteStat } from '../records/table';
import type { CompileRequest } from '../request';
import { make, nothingDone, type Done, type Work } from './work';

/** Brings copies and made texts to the output folder: entries like sources, but for what is done with them. */
export function emitBesides(disk: Disk, work: Work, request: CompileRequest, entries: readonly number[]): Done {
  const done = nothingDone();
  const folders = new Set<string>();
  const copies = new Map(request.copies.map(({ from, to }) => [to, from]));
  const texts = new Map(request.texts.map(({ to, text }) => [to, text]));
  const asItIs = (bytes: Uint8Array) => () => ({ outputs: [bytes], findings: [], verdict: 'emitted' as const });
  for (const entry of entries) {
    const name = work.table.names[entry] as string;
    const to = name.slice(1);
    if (kindOf(name) === 'text') {
      const bytes = Buffer.from(texts.get(to) ?? '');
      make(disk, work, entry, bytes, done, asItIs(bytes), folders);
      continue;
    }
    const from = copies.get(to) as string;
    const stat = disk.stat(from);
    const bytes = disk.read(from);
    if (stat === undefined || bytes === undefined) {
      done.failed.push(entry);
      done.findings.push({ severity: 'error', code: 'missing-file', message: `the asset ${from} is not there`, file: to });
    } else if (make(disk, work, entry, bytes, done, asItIs(bytes), folders)) noteStat(work.table, entry, 0, stat);
  }
  return done;
}
