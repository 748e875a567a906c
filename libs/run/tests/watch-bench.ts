import { dirname } from 'node:path';
import { createMemoryMachine, type MemoryDisk } from '@nx-conductor/testkit';
import { DEFAULT_OPTIONS, projectAt, watchProject, type GenerateOptions, type GenerateResult, type Machine } from '@nx-conductor/run';
import { EDITION } from './bench';

/** A watch of the project in `/ws/app` on a disk in memory, with a clock that stands still until it is told to go on. */
export interface WatchBench {
  /** Runs that were told, in order. */
  readonly told: GenerateResult[];
  /** Folders in which changes are not noticed, each time it was told. */
  readonly deaf: string[][];
  /** How many times it began to wait for the end of a burst. */
  waits(): number;
  /** Lets time pass until nothing happens any more. */
  settle(): Promise<void>;
  /** Called when the next run is under way, once. */
  duringNextRun(action: () => void): void;
  stop(): Promise<void>;
}

/** Starts a watch. Every change of the disk is heard in the folder that it happens in, the run's own too; not in `unheard` folders. */
export function startWatch(disk: MemoryDisk, options: Partial<GenerateOptions> = {}, unheard: readonly string[] = [], startLooker?: Machine['startLooker']): WatchBench {
  const listeners = new Map<string, Set<(path: string) => void>>();
  const told: GenerateResult[] = [];
  const deaf: string[][] = [];
  let timers: (() => void)[] = [];
  let waits = 0;
  let interlude: (() => void) | undefined;
  let stop = (): void => undefined;
  const until = new Promise<void>((resolve) => (stop = resolve));
  disk.before(({ mutates, path }) => {
    if (mutates) for (const heard of listeners.get(dirname(path)) ?? []) heard(path);
  });
  const machine = {
    ...createMemoryMachine(disk),
    startLooker,
    pause(ms?: number) {
      if (ms === undefined) {
        const now = interlude;
        interlude = undefined;
        now?.();
        return Promise.resolve();
      }
      // A turn of the event loop: nothing else is in it here.
      if (ms === 0) return Promise.resolve();
      waits += 1;
      return new Promise<void>((resolve) => timers.push(resolve));
    },
  };
  const ended = watchProject(machine, EDITION, projectAt(disk, '/ws/app'), { ...DEFAULT_OPTIONS, ...options }, {
    until,
    ran: (result) => told.push(result),
    deaf: (folders) => void deaf.push([...folders]),
    watchFolder(folder, heard) {
      if (unheard.includes(folder)) return undefined;
      const here = listeners.get(folder) ?? new Set();
      listeners.set(folder, here.add(heard));
      return { close: () => void here.delete(heard) };
    },
  });
  const settle = async (): Promise<void> => {
    for (let idle = 0; idle < 5; idle++) {
      await new Promise((resolve) => setImmediate(resolve));
      if (timers.length > 0) idle = 0;
      const due = timers;
      timers = [];
      for (const wake of due) wake();
    }
  };
  return {
    told,
    deaf,
    waits: () => waits,
    settle,
    duringNextRun: (action) => void (interlude = action),
    async stop() {
      stop();
      await settle();
      await ended;
      expect([...listeners.values()].flatMap((each) => [...each])).toEqual([]);
    },
  };
}
