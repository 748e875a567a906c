import type { Disk, FileStat } from '@nx-conductor/core';
import { DIGEST, OPAQUE, REACHES_OUT, ROOT, setStat, type Known, type Settled } from './known';
import type { FullCheck } from './full';
import type { ProgramGraph } from './build-info';
import { importKeys, specifiersIn } from './imports';
import { looseEndsOf } from './loose-ends';
import { nameOf, pathOf } from './paths';
import type { TypecheckRequest } from './request';
import { reachesOut, shapeOf, shortDigest, textOf, type Shape } from './shape';
import { surroundingsOf } from './surroundings';

/** A source as it was before it was checked. */
export interface ReadSource {
  readonly stat: FileStat;
  readonly digest: Uint8Array;
  readonly imports: readonly number[];
  readonly specifiers: readonly string[];
  /** Made by threads of its own while the types are checked. */
  readonly shape: Promise<Shape>;
}

/** Reads the sources that are asked for. What changes after this is seen by the next check as a change. */
export function readSources(request: TypecheckRequest, disk: Disk): Map<string, ReadSource> {
  const sources = new Map<string, ReadSource>();
  for (const name of request.sources) {
    const source = isDeclarationFile(name) ? undefined : readSource(pathOf(request.root, name), request, disk);
    if (source) sources.set(name, source);
  }
  return sources;
}

function readSource(path: string, { platform }: TypecheckRequest, disk: Disk): ReadSource | undefined {
  const stat = disk.stat(path);
  const content = stat?.kind === 'file' ? disk.read(path) : undefined;
  if (!stat || !content) return undefined;
  const text = textOf(content);
  const specifiers = specifiersIn(text);
  return { stat, digest: shortDigest(content), imports: importKeys(text, specifiers), specifiers, shape: shapeOf(path, content, platform) };
}

/** What can be known after a full check; undefined where TypeScript did not tell how the program hangs together. */
export async function learn(check: FullCheck, before: ReadonlyMap<string, ReadSource>, startedAt: number, request: TypecheckRequest, disk: Disk): Promise<Known | undefined> {
  const { graph } = check;
  if (!graph) return undefined;
  const { root } = request;
  const names = graph.files.map((path) => nameOf(root, path));
  const isSource = names.map((name) => !isDeclarationFile(name) && !/(?:^|\/)node_modules\//.test(name));
  const order = [...names.keys()].sort((a, b) => Number(isSource[b]) - Number(isSource[a]) || a - b);
  const rowOf = new Uint32Array(names.length);
  for (const [row, file] of order.entries()) rowOf[file] = row;
  const sources = isSource.filter(Boolean).length;

  const stats = new Float64Array(names.length * 4);
  const flags = new Uint8Array(names.length);
  const contents = new Uint8Array(sources * DIGEST);
  const shapes = new Uint8Array(sources * DIGEST);
  const imports: (readonly number[])[] = [];
  const specifiers = new Map<string, readonly string[]>();
  for (const [row, file] of order.entries()) {
    const name = names[file] as string;
    if (graph.global.has(file)) flags[row] = REACHES_OUT;
    if (graph.roots.has(file)) flags[row] = (flags[row] as number) | ROOT;
    // A source that only imports lead to is read now: if it changed meanwhile, nothing of it may be believed.
    const source = row < sources ? (before.get(name) ?? readSource(pathOf(root, name), request, disk)) : undefined;
    const stat = source?.stat ?? disk.stat(pathOf(root, name));
    if (trusted(stat, startedAt)) setStat(stats, row, stat);
    if (row >= sources) {
      const content = disk.read(pathOf(root, name));
      if (!content || reachesOut(content)) flags[row] = (flags[row] as number) | REACHES_OUT;
      continue;
    }
    imports.push(source?.imports ?? []);
    if (source) specifiers.set(name, source.specifiers);
    if (!source || (!before.has(name) && !trusted(stat, startedAt))) continue;
    const shape = await source.shape;
    contents.set(source.digest, row * DIGEST);
    shapes.set(shape.digest, row * DIGEST);
    flags[row] = (flags[row] as number) | (shape.declarations === undefined ? OPAQUE : 0) | (shape.reachesOut ? REACHES_OUT : 0);
  }
  const shared = (file: number): boolean => ((flags[rowOf[file] as number] as number) & REACHES_OUT) === 0;
  const refs = order.map((file) => (graph.refs[file] ?? []).filter((ref) => ref !== file && shared(ref)).map((ref) => rowOf[ref] as number));
  return {
    key: keyOf(request),
    names: order.map((file) => names[file] as string),
    sources,
    asked: request.sources,
    stats,
    contents,
    shapes,
    importStart: startsOf(imports),
    imports: Float64Array.from(imports.flat()),
    flags,
    refStart: startsOf(refs),
    refs: Uint32Array.from(refs.flat()),
    surroundings: surroundingsOf(request, graph.packageJsons, request.sources, disk),
    looseEnds: looseEndsOf(specifiers, names, check.findings, root, disk),
    settled: settledBy(check, graph, names),
    declares: graph.declares,
    findings: check.findings,
  };
}

/** What beside files decides a check. Another one knows nothing of this one. */
export const keyOf = ({ compiler, tsConfig, root }: TypecheckRequest): string => `1 ${compiler.version} ${compiler.executable} ${nameOf(root, tsConfig)}`;

/** A file as young as the check may change once more without another stat: git's "racy" rule, with room for coarse clocks. */
export const trusted = (stat: FileStat | undefined, startedAt: number): boolean => stat !== undefined && Math.max(stat.mtimeMs, stat.ctimeMs) < startedAt - 2_000;

export const isDeclarationFile = (name: string): boolean => /\.d\.(?:[^./]+\.)?[mc]?ts$/.test(name);

/** Where each list begins when all are joined, and where the last ends. */
export function startsOf(lists: readonly { readonly length: number }[]): Uint32Array {
  const starts = new Uint32Array(lists.length + 1);
  for (const [index, list] of lists.entries()) starts[index + 1] = (starts[index] as number) + list.length;
  return starts;
}

/** Which layer the findings are of. A finding that TypeScript did not note as one of types or declarations is of syntax or options. */
function settledBy({ findings }: FullCheck, graph: ProgramGraph, names: readonly string[]): Settled {
  const { typeFindings, declarationFindings } = graph;
  if (typeFindings === undefined) return 'nothing';
  const noted = typeFindings.length > 0 ? typeFindings : declarationFindings;
  const keys = new Set(noted.map(({ file, code }) => `${names[file]} TS${code}`));
  if (!findings.every(({ file, code }) => keys.has(`${file} ${code}`)) || (findings.length === 0 && noted.length > 0)) return 'nothing';
  return typeFindings.length > 0 ? 'types' : 'declarations';
}
