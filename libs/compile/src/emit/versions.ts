import type { Engines } from '../records/key';
import type { Fallback } from '../request';
import { installedPackage } from './installed';

/** Versions of the compilers as they are installed. */
export function engineVersions(fallback: Fallback | undefined): Engines {
  const versionOf = (name: string) => installedPackage(name)?.version ?? 'absent';
  return { 'oxc-transform': versionOf('oxc-transform'), '@swc/core': versionOf('@swc/core'), ...(fallback ? { typescript: fallback.compiler.version } : {}) };
}
