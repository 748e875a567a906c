import type { Failure } from '@nx-conductor/core';
import { failureJson } from './failures';

/** What every command comes to. */
export interface CommandEnd {
  /** Null for a command that is of no project, or that found none. */
  readonly project: string | null;
  readonly failures: readonly Failure[];
  readonly durationMs: number;
  readonly runId?: string;
}

/** The document of a command under `--json`: the same frame for all around what the command has to tell, and the error last. */
export function runDocument(command: string, { project, failures, durationMs, runId }: CommandEnd, told: object): object {
  const error = failureJson(failures);
  return { schema: 1, command, project, ok: failures.length === 0, ...(runId === undefined ? {} : { runId }), durationMs, ...told, ...(error === undefined ? {} : { error }) };
}
