import { digestOf, type Digest, type Disk } from '@nx-conductor/core';
import { isRacy } from '../plan/verify';

/**
 * What sources that TypeScript emitted depend on besides the sources: libraries, other packages, the configuration.
 * TypeScript has told which files these are; which text of a file mattered it does not tell.
 */
export interface Program {
  /** Absolute, in code-unit order. */
  readonly files: readonly string[];
  /** Of their stats. Conservative: a file that was touched counts as changed. */
  readonly stamp: Digest;
}

/** The program of these files as they are now, at a time in milliseconds since the epoch. */
export function programOf(disk: Disk, files: readonly string[], now: number): Program {
  const sorted = [...new Set(files)].sort();
  // A file that may change again in this tick must not look the same then.
  return { files: sorted, stamp: stampOf(disk, sorted, now) ?? '' };
}

/** True when every file of a program is as it was. */
export function isSameProgram(disk: Disk, program: Program): boolean {
  return stampOf(disk, program.files, Infinity) === program.stamp;
}

function stampOf(disk: Disk, files: readonly string[], now: number): Digest | undefined {
  const lines: string[] = [];
  for (const file of files) {
    // A package can be a link, whose own stat says nothing.
    const real = disk.realPath(file);
    const stat = real === undefined ? undefined : disk.stat(real);
    if (stat && isRacy(stat.mtimeMs, stat.ctimeMs, now)) return undefined;
    lines.push(stat ? `${file} ${stat.size} ${stat.mtimeMs} ${stat.ctimeMs} ${stat.inode}` : `${file} absent`);
  }
  return digestOf(lines.join('\n'));
}
