import type { Clock, Disk } from '@nx-conductor/core';
import type { Processes } from './typecheck/request';

/** The machine as a compile sees it. `libs/host` has the real one. */
export interface CompileMachine {
  readonly disk: Disk;
  readonly clock: Clock;
  /** Operating system and processor, such as `linux-x64`; what is loaded for them is found sooner by it. */
  readonly platform?: string | undefined;
  /** Called once, before the first change on disk; not when there is nothing to change. What it throws ends the compile. */
  readonly beforeWriting?: (() => Promise<void>) | undefined;
  /** Told now and then, while sources are emitted, how far that is. */
  readonly onEmitted?: OnEmitted | undefined;
  /** For a fallback to TypeScript. */
  readonly processes?: Processes | undefined;
  /** Starts a thread that answers with {@link answerThread}; undefined where there are none. */
  readonly startThread?: (() => CompileThread) | undefined;
}

/** Sources that this or another thread has begun to emit, those that nobody has yet, and those that could not be. */
export type OnEmitted = (sources: { readonly done: number; readonly left: number; readonly failed: number }) => void;

/** A thread beside this one, with a disk of its own. */
export interface CompileThread {
  ask(question: unknown): Promise<unknown>;
  close(): Promise<void>;
}
