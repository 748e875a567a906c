import { relative, sep } from 'node:path';

/** Absolute paths as they are seen from a folder, with `/`. There may be very many, most of them below it. */
export function namesFrom(folder: string, paths: readonly string[]): string[] {
  const below = folder.endsWith(sep) ? folder : folder + sep;
  return paths.map((path) => {
    const name = path.startsWith(below) ? path.slice(below.length) : relative(folder, path);
    return sep === '/' ? name : name.split(sep).join('/');
  });
}
