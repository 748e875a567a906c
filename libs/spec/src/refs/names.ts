import { basename } from 'node:path';
import type { Target } from './resolve';

/**
 * The name that a value of another file gets in the document: the last segment of its pointer, with the one before
 * it when that is an index, or the file's base name. Only characters that OpenAPI allows in the names of components.
 */
export function nameOfTarget(target: Target): string {
  const last = target.path.at(-1);
  const name = last === undefined ? basename(target.file.source.path).replace(/(?<=.)\..*$/s, '') : /^\d+$/.test(last) ? `${target.path.at(-2) ?? ''}${last}` : last;
  return name.replace(/[^A-Za-z0-9._-]+/g, '_') || '_';
}

/** The name itself, or with the first number from 2 on that makes it new; the result is added to those taken. */
export function uniqueName(name: string, taken: Set<string>): string {
  let unique = name;
  for (let number = 2; taken.has(unique); number++) unique = `${name}${number}`;
  taken.add(unique);
  return unique;
}
