import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Files that a text names. */
export interface FileRefs {
  /** Absolute paths that a `$ref` leads to; each matters whether or not the file is there. */
  readonly referred: readonly string[];
  /** Absolute paths of what merely looks like a file, such as a discriminator's mapping; each matters if the file is there. */
  readonly mentioned: readonly string[];
}

/**
 * The other files that a JSON or YAML text refers to, found without parsing it: 13 MB take 20 ms where parsing takes
 * 300. It may name a file too many (a `$ref` in a comment or an example).
 */
export function fileRefs(text: string, path: string): FileRefs {
  const referred = new Set<string>();
  const mentioned = new Set<string>();
  for (const [, quoted, plain] of text.matchAll(/\$ref["']?\s*:\s*(?:["']([^"'#]+)|([^\s"'#&*!|>{}[\],][^\s#,}\]]*))/g)) {
    const file = pathOf(quoted ?? (plain as string), path);
    if (file !== undefined && file !== path) referred.add(file);
  }
  // Endings first, then back to where the name begins: a pattern for whole names would try every word of the text.
  for (const { 0: ending, index } of text.matchAll(/\.(?:json|ya?ml)(?=[\s"'#,}\]]|$)/g)) {
    const before = /[^\s"'`#<>()[\]{},]+$/.exec(text.slice(Math.max(0, index - MOST_NAME), index));
    const file = before ? pathOf(before[0] + ending, path) : undefined;
    if (file !== undefined && file !== path && !referred.has(file)) mentioned.add(file);
  }
  return { referred: [...referred], mentioned: [...mentioned] };
}

/** Longest path that is looked for among mentions. */
const MOST_NAME = 1024;

/** The local file that the part of a reference before `#` means. */
function pathOf(part: string, from: string): string | undefined {
  try {
    if (/^file:/i.test(part)) return fileURLToPath(part);
    // A scheme has two letters at least: `C:` is a drive.
    if (/^[a-z][a-z\d+.-]+:|^\/\//i.test(part)) return undefined;
    // JSON may write `\/` for a slash, and some of its writers always do.
    return resolve(dirname(from), decodeURIComponent(part.replace(/\?.*$/s, '').replaceAll('\\/', '/')));
  } catch {
    return undefined;
  }
}
