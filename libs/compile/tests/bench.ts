import { compile, type CompileRequest, type CompileResult, type EmitOptions } from '@nx-conductor/compile';
import { createMemoryDisk, type MemoryDisk } from '@nx-conductor/testkit';

/** Options as a tsconfig for a library of ES modules gives them. */
export const OPTIONS: EmitOptions = {
  rootDir: '/p/src',
  outDir: '/p/dist',
  declarationDir: '/p/dist',
  target: 'es2022',
  module: 'esm',
  dynamicImport: 'keep',
  esModuleInterop: true,
  jsx: 'react-jsx',
  jsxFactory: 'React.createElement',
  jsxFragmentFactory: 'React.Fragment',
  jsxImportSource: 'react',
  experimentalDecorators: false,
  emitDecoratorMetadata: false,
  strictNullChecks: true,
  useDefineForClassFields: true,
  verbatimModuleSyntax: false,
  isolatedModules: true,
  rewriteRelativeImportExtensions: false,
  sourceMap: false,
  inlineSourceMap: false,
  inlineSources: false,
  sourceRoot: undefined,
  declaration: true,
  declarationMap: false,
  emitDeclarationOnly: false,
  stripInternal: false,
  newLine: 'lf',
};

export type Texts = Readonly<Record<string, string>>;

/** A project at `/p` with these files; a bare name lies in `src`. */
export function project(files: Texts): MemoryDisk {
  return createMemoryDisk({ '/p/package.json': '{}', ...Object.fromEntries(Object.entries(files).map(([path, text]) => [path.startsWith('/') ? path : `/p/src/${path}`, text])) });
}

/** What a run may differ in from an ordinary one. */
export interface Changes extends Partial<Omit<CompileRequest, 'options'>> {
  readonly options?: Partial<EmitOptions>;
}

/** The request for everything in `src` of a disk, as it is now. */
export function requestFor(disk: MemoryDisk, { options, ...changes }: Changes = {}): CompileRequest {
  const sources = Object.keys(disk.files()).filter((path) => path.startsWith('/p/src/') && !/\.d\.[cm]?ts$/.test(path)).map((path) => path.slice('/p/'.length));
  return {
    root: '/p',
    tsConfig: '/p/tsconfig.json',
    sources,
    copies: [],
    texts: [],
    options: { ...OPTIONS, ...options },
    fallback: undefined,
    manifest: '/p/dist/.conductor-compile',
    mode: 'write',
    force: false,
    build: 'test',
    parallel: 1,
    ...changes,
  };
}

/** Compiles what lies on a disk, some time after whatever happened before. */
export async function run(disk: MemoryDisk, changes?: Changes): Promise<CompileResult> {
  disk.tick(60_000);
  const outcome = await compile(requestFor(disk, changes), { disk, clock: { now: () => disk.now(), elapsed: () => disk.now() } });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
  return outcome.value;
}

/** Outputs with their texts, by path relative to the output folder; without the manifest. */
export function outputs(disk: MemoryDisk): Record<string, string> {
  return Object.fromEntries(Object.entries(disk.files()).filter(([path]) => path.startsWith('/p/dist/') && !path.endsWith('/.conductor-compile')).map(([path, text]) => [path.slice('/p/dist/'.length), text]));
}

/** Folders and files below a folder, the manifest but not its bytes. */
export function tree(disk: MemoryDisk, folder = '/p'): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of disk.list(folder) ?? []) {
    const path = `${folder}/${entry.name}`;
    if (entry.kind === 'directory') Object.assign(found, { [`${path}/`]: '' }, tree(disk, path));
    else found[path] = entry.name === '.conductor-compile' ? '' : Buffer.from(disk.read(path) ?? []).toString('utf8');
  }
  return found;
}

/** Changes a file some time later. */
export function edit(disk: MemoryDisk, path: string, text: string | undefined): void {
  disk.tick(60_000);
  const absolute = path.startsWith('/') ? path : `/p/src/${path}`;
  if (text === undefined) return disk.remove(absolute);
  disk.makeDirectory(absolute.slice(0, absolute.lastIndexOf('/')));
  disk.write(absolute, text);
}
