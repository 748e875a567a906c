import type { CompileMachine, CompileThread } from '../machine';
import { bytesFor } from '../records/table';
import { WORTH_TO_VERIFY } from './crew';

/** A thread that gets ready while the sources are still being found. Whoever asked for it closes it, used or not. */
export interface ReadyThread {
  /** In place of the machine's own: the first that is started is the one that is ready. */
  readonly startThread: () => CompileThread;
  close(): Promise<void>;
}

/** Starts a thread when the manifest is one of so many entries that looking at them is worth one; else undefined. */
export function readyThread({ disk, startThread }: Pick<CompileMachine, 'disk' | 'startThread'>, manifest: string, parallel: () => number): ReadyThread | undefined {
  if (startThread === undefined || (disk.stat(manifest)?.size ?? 0) < bytesFor(WORTH_TO_VERIFY) || parallel() < 2) return undefined;
  const ready = startThread();
  let taken = false;
  return {
    startThread() {
      if (taken) return startThread();
      taken = true;
      return ready;
    },
    close: () => ready.close(),
  };
}
