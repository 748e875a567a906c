import type { Disk } from '@nx-conductor/core';
import type { OutputPaths } from '../layout/layout';
import { State } from '../plan/state';
import { digestBytes, isRacy, verifyOutputs } from '../plan/verify';
import { entryOutputs, kindOf } from '../records/entries';
import { noteStat, sameDigest, sameStat } from '../records/table';
import type { CompileRequest } from '../request';
import { make, nothingDone, type Done, type Work } from './work';

/** Looks at copies, made texts and their outputs, and notes which must be brought again. Returns how many stats it had to refresh. */
export function verifyBesides(disk: Disk, work: Work, request: CompileRequest): number {
  const { table, states, savedAt } = work;
  const { copies, texts } = comingFrom(request);
  let refreshed = 0;
  // They come before all sources.
  for (const [entry, name] of table.names.entries()) {
    if (kindOf(name) === 'source') break;
    if (states[entry] !== State.fine) continue;
    const stat = kindOf(name) === 'copy' ? disk.stat(copies.get(name.slice(1)) as string) : undefined;
    const same = kindOf(name) === 'copy' ? stat !== undefined && sameStat(table, entry, 0, stat) && !isRacy(stat.mtimeMs, stat.ctimeMs, savedAt) : sameDigest(table, entry, 0, digestBytes(Buffer.from(texts.get(name.slice(1)) as string)));
    const found = same ? verifyOutputs(disk, work, entry, entryOutputs(name, work.layout) as OutputPaths) : { state: State.suspect, refreshed: 0 };
    states[entry] = found.state;
    refreshed += found.refreshed;
  }
  return refreshed;
}

const comingFrom = (request: CompileRequest) => ({
  copies: new Map(request.copies.map(({ from, to }) => [to, from])),
  texts: new Map(request.texts.map(({ to, text }) => [to, text])),
});

/** Brings copies and made texts to the output folder: entries like sources, but for what is done with them. */
export function emitBesides(disk: Disk, work: Work, request: CompileRequest, entries: readonly number[]): Done {
  const done = nothingDone();
  const folders = new Set<string>();
  const { copies, texts } = comingFrom(request);
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
