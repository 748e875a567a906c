import { join } from 'node:path';
import { jsonObjectIn, utf8Of, type Disk } from '@nx-conductor/core';

/** A package as it is installed for Conductor. */
export interface InstalledPackage {
  readonly version: string;
  /** Of its package.json, absolute. */
  readonly path: string;
}

/**
 * Finds a package without asking for it by name: for one with `exports` Node.js then loads its resolver of ES modules,
 * which takes longer than looking at a thousand files. Undefined when it is not installed.
 */
export function installedPackage(name: string): InstalledPackage | undefined {
  for (const folder of require.resolve.paths(name) ?? []) {
    const path = join(folder, name, 'package.json');
    const description = unlessMissing(() => require(path) as Description);
    if (description) return { version: description.version, path };
  }
  // Where packages lie in no folders, as in archives, by name all the same.
  const request = `${name}/package.json`;
  const description = unlessMissing(() => require(request) as Description);
  return description && { version: description.version, path: require.resolve(request) };
}

/**
 * The version of a package as it is installed, read from the disk: for each folder that it does not lie in, `require` would
 * make an error, and these take longer than all the rest. Undefined when it is not installed.
 */
export function installedVersion(disk: Disk, name: string): string | undefined {
  for (const folder of require.resolve.paths(name) ?? []) {
    const path = join(folder, name, 'package.json');
    // A look that finds nothing makes no error, a read does.
    const bytes = disk.stat(path) === undefined ? undefined : disk.read(path);
    const version = bytes && jsonObjectIn(utf8Of(bytes))?.['version'];
    if (typeof version === 'string') return version;
  }
  return installedPackage(name)?.version;
}

interface Description {
  readonly version: string;
}

/** What Node.js calls an error; it need not be one of this realm's. */
export const codeOfError = (error: unknown): unknown => (typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined);

function unlessMissing<T>(load: () => T): T | undefined {
  try {
    return load();
  } catch (error) {
    if (codeOfError(error) === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
