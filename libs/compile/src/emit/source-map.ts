import { posix } from 'node:path';
import type { EmitOptions } from '../request';
import type { RawMap } from './engine';

/** One file with a map: where it and its source lie, relative to the root. */
export interface Mapped {
  readonly file: string;
  readonly source: string;
  /** Put into the map when `inlineSources` asks for it. */
  readonly text: string;
}

/**
 * The text of a source map (ECMA-426), fields in TypeScript's order. The path to the source is relative to the map,
 * or with a `sourceRoot` to `rootDir`, given as `belowRootDir`.
 */
export function mapText(map: RawMap, { file, source, text }: Mapped, belowRootDir: string, pathTo: PathTo, options: EmitOptions): string {
  const { sourceRoot } = options;
  return JSON.stringify({
    version: 3,
    file: posix.basename(file),
    sourceRoot: sourceRoot === undefined ? '' : sourceRoot.endsWith('/') ? sourceRoot : `${sourceRoot}/`,
    sources: [sourceRoot === undefined ? pathTo(file, source) : belowRootDir],
    names: map.names,
    mappings: map.mappings,
    ...(options.inlineSources ? { sourcesContent: [text] } : {}),
  });
}

/** The path that leads from one file to another. */
export type PathTo = (from: string, to: string) => string;

/** Works out how folders lie to each other once for each pair that follows another: sources come folder by folder. */
export function pathsBetween(): PathTo {
  let known = { from: '', to: '', path: '' };
  return (from, to) => {
    const [fromFolder, toFolder] = [folderOf(from), folderOf(to)];
    if (known.path === '' || known.from !== fromFolder || known.to !== toFolder) known = { from: fromFolder, to: toFolder, path: posix.relative(fromFolder, toFolder) || '.' };
    const name = to.slice(to.lastIndexOf('/') + 1);
    return known.path === '.' ? name : `${known.path}/${name}`;
  };
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The line that leads from a file to its map beside it. */
export const mapLink = (map: string): string => `//# sourceMappingURL=${encodeURI(posix.basename(map))}`;

/** The line that holds a map itself. */
export const mapInline = (map: string): string => `//# sourceMappingURL=data:application/json;base64,${Buffer.from(map).toString('base64')}`;
