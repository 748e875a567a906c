import type { Disk } from '@nx-conductor/core';
import type { CompileMachine, CompileThread } from '../machine';
import { State } from '../plan/state';
import type { Ground } from '../plan/verify';
import { readManifest, type FoundManifest, type Manifest } from '../records/manifest';
import { bytesFor, carryTable, Flag, tableOver } from '../records/table';
import { WORTH_TO_VERIFY } from './crew';
import { verifyShare, type ThreadQuestion } from './questions';

/**
 * A thread that looks at the sources and outputs of the last compile while it is still being found out what this one is to
 * compile. Mostly that comes to the same; then this look is the look of the run. Whoever asked for it closes it, used or not.
 */
export interface Ahead {
  /** The manifest as it was when the look began. */
  readonly found: FoundManifest;
  /** What is looked at; undefined when no sound manifest was found. */
  readonly ground: Ground | undefined;
  /** Looks too until nothing is left, once. How many stats both had to note anew. */
  join(disk: Disk): Promise<number>;
  /** Ends the look: this run is to compile something else. The thread can be asked again then. */
  stop(): Promise<void>;
  /** In place of the machine's own: the first that is started is the one that is there. */
  readonly startThread: () => CompileThread;
  close(): Promise<void>;
}

/** Starts to look when the manifest is one of so many entries that a thread is worth it; else undefined. */
export function lookAhead({ disk, startThread }: Pick<CompileMachine, 'disk' | 'startThread'>, root: string, manifest: string, parallel: () => number): Ahead | undefined {
  if (startThread === undefined || (disk.stat(manifest)?.size ?? 0) < bytesFor(WORTH_TO_VERIFY) || parallel() < 2) return undefined;
  const thread = startThread();
  const found = readManifest(disk, manifest);
  const ground = found.state === 'sound' ? groundOf(root, found.manifest) : undefined;
  const cursor = new Int32Array(new SharedArrayBuffer(8));
  const answer = ground ? thread.ask({ kind: 'verify', ground, cursor } satisfies ThreadQuestion) : Promise.resolve(0);
  // A refusal is heard of by who joins, and by nobody else.
  const settled = answer.then((value) => ({ refreshed: value as number }), (error: unknown) => ({ error }));
  let taken = false;
  return {
    found,
    ground,
    async join(own) {
      const mine = ground ? verifyShare(own, ground, cursor) : 0;
      const theirs = await settled;
      if ('error' in theirs) throw theirs.error;
      return mine + theirs.refreshed;
    },
    async stop() {
      Atomics.store(cursor, 0, ground?.table.names.length ?? 0);
      await settled;
    },
    startThread() {
      if (taken) return startThread();
      taken = true;
      return thread;
    },
    close: () => thread.close(),
  };
}

/** What is known of the last compile, in memory that threads share. */
function groundOf(root: string, { key, table, savedAt }: Manifest): Ground {
  const { names } = table;
  const shared = tableOver(names, new SharedArrayBuffer(bytesFor(names.length)));
  carryTable(table, shared);
  const states = new Uint8Array(new SharedArrayBuffer(names.length));
  for (let entry = 0; entry < states.length; entry++) if (((shared.flags[entry] as number) & Flag.compiled) === 0) states[entry] = State.again;
  return { root, layout: key.layout, table: shared, states, savedAt };
}
