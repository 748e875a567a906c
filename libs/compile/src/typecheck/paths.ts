import { isAbsolute, relative, resolve } from 'node:path';

/** A path as findings and the state have it: relative to the root, with `/`; absolute on another drive. */
export function nameOf(root: string, path: string): string {
  const name = relative(root, path);
  return (name === '' ? '.' : name).replaceAll('\\', '/');
}

/** The absolute path of a name, with `/` on every system, as TypeScript writes it. */
export function pathOf(root: string, name: string): string {
  // Most names lie below the root, and a program has thousands of them.
  const path = name.startsWith('.') || isAbsolute(name) ? resolve(root, name) : `${root}/${name}`;
  return path.replaceAll('\\', '/');
}
