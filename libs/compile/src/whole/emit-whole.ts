import { join, posix } from 'node:path';
import { isObject, utf8Of, type Disk } from '@nx-conductor/core';
import type { Finding } from '../finding';
import { make, markOf, nothingDone, type Done, type Work } from '../emit/work';
import { absolutePath, rootedPath, SLOTS, type Layout, type OutputPaths } from '../layout/layout';
import { entryOutputs } from '../records/entries';
import { Flag, noteStat, outputBit } from '../records/table';
import type { CompileMachine } from '../machine';
import type { CompileRequest, Fallback } from '../request';
import { programOf, type Program } from './program';
import { withTsc, type WholeEmit } from './tsc';

/** Emits with TypeScript what cannot be emitted from one file alone. Gives what was done, and on what it depends. */
export async function emitWhole(request: CompileRequest, fallback: Fallback, machine: CompileMachine, work: Work, entries: readonly number[]): Promise<{ done: Done; program: Program }> {
  const { disk, clock, processes } = machine;
  if (!processes) throw new Error('a fallback needs processes');
  const sources = entries.map((entry) => work.table.names[entry] as string);
  // Before TypeScript reads them: what changes meanwhile is seen by the next run.
  const known = sources.map((source) => ({ stat: disk.stat(absolutePath(work.root, source)), bytes: disk.read(absolutePath(work.root, source)) }));
  return withTsc(request, fallback, disk, processes, sources, (emitted) => {
    const done = nothingDone();
    const folders = new Set<string>();
    entries.forEach((entry, index) => {
      const { stat, bytes } = known[index] as (typeof known)[number];
      const findings = about(emitted.findings, sources[index] as string);
      if (stat === undefined || bytes === undefined || findings.length > 0) {
        done.failed.push(entry);
        return;
      }
      const noted = make(disk, work, entry, bytes, done, (paths) => readOutputs(disk, work, sources[index] as string, paths, emitted), folders);
      if (!noted) return;
      noteStat(work.table, entry, 0, stat);
      work.table.flags[entry] = (work.table.flags[entry] as number) | Flag.whole;
    });
    done.findings.push(...emitted.findings.filter(({ file }) => sources.includes(file) || !isSource(work, file)));
    const own = new Set(work.table.names.map((name) => absolutePath(work.root, name)));
    return { done, program: programOf(disk, emitted.files.filter((file) => !own.has(file)), clock.now()) };
  });
}

const isSource = ({ table }: Work, file: string): boolean => table.names.includes(file);

/** What would be written for sources of which only TypeScript knows the outputs: all of them, as far as anyone can tell. */
export function planWhole(disk: Disk, work: Work, entries: readonly number[]): Done {
  const done = nothingDone();
  for (const entry of entries) {
    entryOutputs(work.table.names[entry] as string, work.layout)?.forEach((path, slot) => {
      if (path === undefined) return;
      const { written, replaced } = markOf(slot + 1);
      work.marks[entry] = (work.marks[entry] as number) | written | (disk.stat(absolutePath(work.root, path)) === undefined ? 0 : replaced);
      work.table.flags[entry] = (work.table.flags[entry] as number) | outputBit(slot + 1);
    });
    done.compiled.push(entry);
  }
  return done;
}

/** Errors in a source; one without a source, such as of the configuration, concerns all of them. */
const about = (findings: readonly Finding[], source: string): readonly Finding[] => findings.filter(({ file, line, severity }) => severity === 'error' && (file === source || line === undefined));

/** What TypeScript made of a source, its maps with paths for where they will lie. */
function readOutputs(disk: Disk, { layout }: Work, source: string, paths: OutputPaths, { code, types }: WholeEmit) {
  const outputs = paths.map((path, slot) => {
    if (path === undefined) return undefined;
    const isTypes = SLOTS[slot] === 'types' || SLOTS[slot] === 'typesMap';
    const made = join(isTypes ? types : code, posix.relative(isTypes ? layout.declarationDir : layout.outDir, path));
    const bytes = disk.read(made);
    return bytes && withPaths(bytes, path, source, layout);
  });
  const missing = paths.find((path, slot) => path !== undefined && outputs[slot] === undefined);
  if (missing === undefined) return { outputs, findings: [], verdict: 'emitted' as const };
  return { outputs: [], findings: [{ severity: 'error' as const, code: 'tsc', message: `TypeScript made no ${missing}`, file: source }], verdict: 'failed' as const };
}

/** Puts the path from where a map will lie to its source in place of that from the scratch folder; in a map of its own, or inside of a file. */
function withPaths(bytes: Uint8Array, path: string, source: string, layout: Layout): Uint8Array {
  const sources = (map: unknown): string => {
    if (!isObject(map)) return JSON.stringify(map);
    return JSON.stringify({ ...map, sources: [map['sourceRoot'] ? rootedPath(source, layout) : posix.relative(posix.dirname(path), source)] });
  };
  const text = utf8Of(bytes);
  if (path.endsWith('.map')) return Buffer.from(sources(JSON.parse(text)));
  const inline = /(\/\/# sourceMappingURL=data:application\/json;base64,)(\S+)\s*$/.exec(text);
  if (!inline) return bytes;
  const map = sources(JSON.parse(Buffer.from(inline[2] as string, 'base64').toString('utf8')));
  return Buffer.from(text.slice(0, inline.index) + (inline[1] as string) + Buffer.from(map).toString('base64'));
}
