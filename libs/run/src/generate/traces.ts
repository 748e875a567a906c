import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { DiskError, type Disk } from '@nx-conductor/core';
import { decodeTraces, encodeTraces, type Traces } from '@nx-conductor/generate';
import type { Run } from './generate';

/** What the jobs of the last run read; undefined when it is not known, not wanted or not to be believed. */
export function readTraces(run: Run): Traces | undefined {
  if (run.options.force || !run.options.cache) return undefined;
  try {
    const bytes = run.machine.disk.read(run.project.traces);
    return bytes && decodeTraces(bytes, stampOf(run));
  } catch (error) {
    if (error instanceof DiskError) return undefined;
    throw error;
  }
}

/** Remembers what the jobs read. A disk that refuses costs the next run time, and nothing else. */
export function saveTraces(run: Run, traces: Traces): void {
  const { disk } = run.machine;
  const { traces: path } = run.project;
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    disk.makeDirectory(dirname(path));
    disk.write(temporary, encodeTraces(traces, stampOf(run)));
    disk.rename(temporary, path);
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
    removeQuietly(disk, temporary);
  }
}

const stampOf = (run: Run) => `${run.edition.version} ${run.edition.build}`;

function removeQuietly(disk: Disk, path: string): void {
  try {
    disk.remove(path);
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
  }
}
