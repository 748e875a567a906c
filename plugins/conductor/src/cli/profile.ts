import { resolve } from 'node:path';
import { DiskError, done, failed, type Failure, type Outcome } from '@nx-conductor/core';
import { traceOf, type RunEvent } from '@nx-conductor/run';
import type { Call } from './call';
import { failureText } from './failures';
import { paintFor } from './io';
import type { Profile } from './profiled';

/**
 * Writes a trace when a run ends, of a watch anew for each. The file is made at once, so that a place that cannot be
 * written to is told before any work is done.
 */
export function writeProfile(call: Call, file: string): Outcome<Profile> {
  const path = resolve(call.io.cwd, file);
  const refused = write(call, path, '');
  if (refused) return failed(refused);
  let events: RunEvent[] = [];
  let open = 0;
  let late: Failure | undefined;
  return done({
    onEvent(event) {
      // A pipeline is a run with others inside.
      if (event.event === 'start' && open++ === 0) events = [];
      events.push(event);
      if (event.event !== 'end' || --open > 0) return;
      late = write(call, path, `${JSON.stringify(traceOf(events))}\n`);
      if (late) call.io.stderr.write(failureText([late], paintFor(call.io), () => undefined));
    },
    exitCode: (code) => (late ? Math.max(code, 1) : code),
  });
}

function write({ machine }: Call, path: string, text: string): Failure | undefined {
  try {
    machine.disk.write(path, text);
    return undefined;
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
    return { code: 'disk', place: { file: path }, operation: error.operation, errno: error.errno };
  }
}
