import { basename, dirname, resolve } from 'node:path';
import { collect, digestOf, DiskError, done, failed, nearest, utf8Of, type AdapterId, type Failure, type Outcome } from '@nx-conductor/core';
import { filesSpec, LEAST_BYTES, readSpec, type RememberingSpec, type TextAdapterId } from '@nx-conductor/spec';
import type { Config } from '../config/config';
import { localPath } from '../commands/surroundings';
import type { ConfigPlace } from '../config/read';
import { isGlob } from './inputs';
import type { Reader } from './reader';
import type { Run } from './run';
import { recallText } from './texts';

/** The specs of a project, and how their globs were resolved. */
export interface ProjectSpecs {
  readonly specs: readonly RememberingSpec[];
  /** The same, by what makes each of them this spec. */
  readonly byKey: ReadonlyMap<string, RememberingSpec>;
  readonly globs: readonly { readonly glob: string; readonly files: readonly string[] }[];
}

interface SpecEntry {
  /** In `conductor.json`. */
  readonly index: number;
  readonly adapter: AdapterId;
  readonly path: string;
  readonly name: string;
  /** Of a set of files, all of them. */
  readonly files?: readonly string[];
}

/** Reads every spec of a project; all that is wrong with any of them is reported. */
export async function readSpecs(run: Run, config: Config, at: ConfigPlace): Promise<Outcome<ProjectSpecs>> {
  const { project, machine } = run;
  const globs: { glob: string; files: readonly string[] }[] = [];
  const entries: SpecEntry[] = [];
  const failures: Failure[] = [];
  for (const [index, spec] of config.specs.entries()) {
    const files = isGlob(spec.path) ? await machine.glob(spec.path, project.root, []) : [resolve(project.root, spec.path)];
    if (isGlob(spec.path)) globs.push({ glob: spec.path, files });
    if (files.length === 0) failures.push({ code: 'missing-file', place: at('specs', index, 'path'), wanted: `a file that matches the spec path ${JSON.stringify(spec.path)}` });
    if (spec.adapter === 'files' && files.length > 0) {
      entries.push({ index, adapter: spec.adapter, path: resolve(project.root, spec.path), name: spec.name ?? 'files', files });
      continue;
    }
    for (const path of files) {
      const own = basename(path).replace(/(\.[A-Za-z0-9]+)+$/, '') || basename(path);
      entries.push({ index, adapter: spec.adapter, path, name: spec.name === undefined ? own : files.length > 1 ? `${spec.name}-${own}` : spec.name });
    }
  }
  const names = new Set<string>();
  for (const entry of entries) {
    if (names.has(entry.name)) {
      failures.push({ code: 'invalid-value', place: at('specs', entry.index), what: `the spec name ${JSON.stringify(entry.name)}`, expected: 'a name for each spec; give one of them a "name"', received: 'two specs of that name' });
    }
    names.add(entry.name);
  }
  const specs = collect(entries.map((entry) => readEntry(run, entry, at)));
  if (!specs.ok || failures.length > 0) return failed(...failures, ...(specs.ok ? [] : specs.failures));
  const byKey = new Map(specs.value.map((spec, index) => [keyOf(entries[index] as SpecEntry, project.workspace), spec]));
  return done({ specs: specs.value, byKey, globs });
}

function readEntry(run: Run, entry: SpecEntry, at: ConfigPlace): Outcome<RememberingSpec> {
  const { project, machine, reader, warm } = run;
  if (entry.files) return readFiles(run, entry, entry.files, at);
  if (machine.disk.list(entry.path) !== undefined) {
    return failed({ code: 'invalid-value', place: at('specs', entry.index, 'path'), what: 'the path of a spec', expected: 'a file, or a glob such as models/*.yaml', received: `the folder ${project.shown(entry.path)}` });
  }
  const bytes = reader.bytes(entry.path);
  if (bytes === undefined) {
    const siblings = (machine.disk.list(dirname(entry.path)) ?? []).filter((each) => each.kind === 'file').map((each) => each.name);
    const near = nearest(basename(entry.path), siblings);
    return failed({ code: 'missing-file', place: at('specs', entry.index, 'path'), wanted: `the spec ${project.shown(entry.path)}`, ...(near === undefined ? {} : { nearest: near }) });
  }
  const key = keyOf(entry, project.workspace);
  const read = (earlier: RememberingSpec['memory']) => {
    const request = { name: entry.name, adapter: entry.adapter as TextAdapterId, path: entry.path, shown: project.shown, digest: (path: string) => reader.digest(path), earlier };
    return readSpec(request, (path) => fileAt(reader, path));
  };
  if (warm) return warm.spec(key, (path) => reader.digest(path), (known) => read(known?.memory));
  return read(bytes.length < LEAST_BYTES ? undefined : recallText(run, key));
}

/** What a `$ref` leads to. A folder is no file, and is told at the place of the reference. */
function fileAt(reader: Reader, path: string): Uint8Array | undefined {
  try {
    return reader.bytes(path);
  } catch (error) {
    if (error instanceof DiskError && error.errno === 'EISDIR') return undefined;
    throw error;
  }
}

/** A spec that is a set of files. */
function readFiles(run: Run, { index, name, path }: SpecEntry, files: readonly string[], at: ConfigPlace): Outcome<RememberingSpec> {
  const { project, reader } = run;
  const missing = files.find((file) => reader.digest(file) === '');
  if (missing !== undefined) return failed({ code: 'missing-file', place: at('specs', index, 'path'), wanted: `the file ${project.shown(missing)}` });
  const listed = files.map((file) => {
    const bytes = reader.bytes(file) ?? new Uint8Array();
    const text = utf8Of(bytes);
    const isText = Buffer.compare(Buffer.from(text), bytes) === 0;
    return { path: file, local: localPath(project, file), digest: reader.digest(file) || digestOf(bytes), text: isText ? text : undefined };
  });
  return done(filesSpec(name, project.shown(path), listed, project.shown));
}

/** Paths are shown from the workspace, so it is part of what a spec is. */
function keyOf({ adapter, name, path }: SpecEntry, workspace: string): string {
  return [adapter, name, path, workspace].join('\n');
}
