import { dirname, resolve as resolvePath } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the file that a relative reference names, or undefined for one that names no local file. */
export function pathOf(from: string, part: string): string | undefined {
  if (/^file:/i.test(part)) {
    try {
      return fileURLToPath(part);
    } catch {
      return undefined;
    }
  }
  // A scheme has two letters at least: `C:` is a drive.
  if (/^[a-z][a-z\d+.-]+:|^\/\//i.test(part)) return undefined;
  return resolvePath(dirname(from), decoded(part.replace(/\?.*$/s, '')));
}

/** Percent-decoded, or as it is when it is not valid encoding. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
