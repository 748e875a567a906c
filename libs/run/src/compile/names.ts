import { relative, sep } from 'node:path';

/** Absolute paths as they are seen from a folder, with `/`. There may be very many, most of them below it. */
export function namesFrom(folder: string, paths: readonly string[]): string[] {
  const below = folder.endsWith(sep) ? folder : folder + sep;
  return paths.map((path) => {
    const name = path.startsWith(below) ? path.slice(below.length) : relative(folder, path);
    return sep === '/' ? name : name.split(sep).join('/');
  });
}

/** The way back: absolute paths of names in a folder that need no tidying, such as those of a manifest. */
export function pathsIn(folder: string, names: readonly string[]): string[] {
  const below = folder.endsWith(sep) ? folder : folder + sep;
  return names.map((name) => below + (sep === '/' ? name : name.split('/').join(sep)));
}
