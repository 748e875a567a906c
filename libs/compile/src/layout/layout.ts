import { join, posix, relative, sep } from 'node:path';
import type { EmitOptions } from '../request';

/** Outputs that one source can have. A record keeps a slot for each, in this order. */
export const SLOTS = ['js', 'jsMap', 'types', 'typesMap'] as const;

export type Slot = (typeof SLOTS)[number];

/** Where outputs lie: what of the options decides their paths. Stored in the manifest, so that those of older options are found and removed. Folders are relative to the root, with `/`. */
export interface Layout {
  readonly rootDir: string;
  /** The root as seen from `rootDir`: empty unless `rootDir` lies above. */
  readonly lead: string;
  readonly outDir: string;
  readonly declarationDir: string;
  /** JSX stays, so a `.tsx` becomes a `.jsx`. */
  readonly keepsJsx: boolean;
  readonly slots: readonly Slot[];
}

/** The layout that these options give in a project. */
export function layoutOf(root: string, options: EmitOptions): Layout {
  const { declaration, emitDeclarationOnly } = options;
  const wanted: Readonly<Record<Slot, boolean>> = {
    js: !emitDeclarationOnly,
    jsMap: !emitDeclarationOnly && options.sourceMap && !options.inlineSourceMap,
    types: declaration || emitDeclarationOnly,
    typesMap: (declaration || emitDeclarationOnly) && options.declarationMap,
  };
  const folder = (path: string) => relative(root, path).split(sep).join('/');
  const lead = relative(options.rootDir, root).split(sep).join('/');
  return {
    rootDir: folder(options.rootDir),
    lead: lead.startsWith('..') ? '' : lead,
    outDir: folder(options.outDir),
    declarationDir: folder(options.declarationDir),
    keepsJsx: options.jsx === 'preserve',
    slots: SLOTS.filter((slot) => wanted[slot]),
  };
}

/** Where the outputs of a source lie, each at the place of its slot; relative to the root. */
export type OutputPaths = readonly (string | undefined)[];

/** Paths of the outputs of a source; undefined when it lies outside of `rootDir`, or is no kind of source. */
export function outputsOf(source: string, layout: Layout): OutputPaths | undefined {
  const below = belowRootDir(source, layout);
  const extension = extensionOf(source);
  if (below === undefined || extension === undefined) return undefined;
  const stem = below.slice(0, below.length - extension.length);
  const code = layout.keepsJsx && (extension === '.tsx' || extension === '.jsx') ? '.jsx' : CODE[extension];
  const js = within(layout.outDir, stem + code);
  const types = TYPES[extension];
  const declaration = types === undefined ? undefined : within(layout.declarationDir, stem + types);
  const { slots } = layout;
  const isData = extension === '.json';
  return [
    slots.includes('js') ? js : undefined,
    slots.includes('jsMap') && !isData ? `${js}.map` : undefined,
    slots.includes('types') ? declaration : undefined,
    slots.includes('typesMap') && declaration !== undefined ? `${declaration}.map` : undefined,
  ];
}

/** A path in a folder, both relative to the root. */
export const within = (folder: string, path: string): string => (folder === '' ? path : `${folder}/${path}`);

/** A path as the disk wants it. Most lie below the root, where joining is needless work. */
export const absolutePath = (root: string, path: string): string => (path.startsWith('.') ? join(root, path) : `${root}/${path}`);

const CODE = { '.ts': '.js', '.tsx': '.js', '.mts': '.mjs', '.cts': '.cjs', '.js': '.js', '.jsx': '.js', '.mjs': '.mjs', '.cjs': '.cjs', '.json': '.json' } as const;

/** Kinds of sources. */
export type Extension = keyof typeof CODE;

const TYPES: Readonly<Record<Extension, string | undefined>> = {
  '.ts': '.d.ts', '.tsx': '.d.ts', '.mts': '.d.mts', '.cts': '.d.cts', '.js': '.d.ts', '.jsx': '.d.ts', '.mjs': '.d.mts', '.cjs': '.d.cts', '.json': undefined,
};

/** The path of a source below `rootDir`, for one that lies there. */
export const rootedPath = (source: string, layout: Layout): string => belowRootDir(source, layout) ?? source;

/** The extension of a source; undefined for a file that cannot be one. */
export function extensionOf(path: string): Extension | undefined {
  const extension = path.slice(path.lastIndexOf('.'));
  return Object.hasOwn(CODE, extension) && path.length > extension.length ? (extension as Extension) : undefined;
}

/** The part of a path below `rootDir`, which can be the project's root, or lie above or below it; undefined outside. */
function belowRootDir(source: string, { rootDir, lead }: Layout): string | undefined {
  if (lead !== '') {
    const below = posix.join(lead, source);
    return below.startsWith('../') ? undefined : below;
  }
  if (rootDir === '') return source.startsWith('../') ? undefined : source;
  return source.startsWith(`${rootDir}/`) ? source.slice(rootDir.length + 1) : undefined;
}
