import type { Disk } from '@nx-conductor/core';
import type { Engines } from '../records/key';
import type { Fallback } from '../request';
import { installedVersion } from './installed';

/** Versions of the compilers as they are installed. */
export function engineVersions(disk: Disk, fallback: Fallback | undefined): Engines {
  const versionOf = (name: string) => installedVersion(disk, name) ?? 'absent';
  return { 'oxc-transform': versionOf('oxc-transform'), '@swc/core': versionOf('@swc/core'), ...(fallback ? { typescript: fallback.compiler.version } : {}) };
}
