import { byCodeUnit } from '@nx-conductor/core';

/** Absolute paths of the files that match a glob below a folder, in code-unit order. Links to folders are not followed. */
export async function findFiles(pattern: string, folder: string, ignore: readonly string[]): Promise<readonly string[]> {
  const { default: glob } = await import('fast-glob');
  const files = await glob(pattern, { cwd: folder, absolute: true, dot: false, onlyFiles: true, followSymbolicLinks: false, suppressErrors: true, ignore: [...ignore] });
  return files.sort(byCodeUnit);
}
