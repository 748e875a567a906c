import { basename, dirname, resolve } from 'node:path';
import { collect, done, failed, nearest, type AdapterId, type Failure, type Outcome, type Spec } from '@nx-conductor/core';
import { readSpec } from '@nx-conductor/spec';
import type { Config } from '../config/config';
import type { ConfigPlace } from '../config/read';
import type { Machine } from '../host';
import type { Project } from '../project/project';
import { isGlob } from './inputs';
import type { Reader } from './reader';
import type { Warm } from './warm';

/** The specs of a project, and how their globs were resolved. */
export interface ProjectSpecs {
  readonly specs: readonly Spec[];
  readonly globs: readonly { readonly glob: string; readonly files: readonly string[] }[];
}

interface SpecEntry {
  /** In `conductor.json`. */
  readonly index: number;
  readonly adapter: AdapterId;
  readonly path: string;
  readonly name: string;
}

/** Reads every spec of a project; all that is wrong with any of them is reported. */
export async function readSpecs(config: Config, at: ConfigPlace, project: Project, machine: Machine, reader: Reader, warm?: Warm): Promise<Outcome<ProjectSpecs>> {
  const globs: { glob: string; files: readonly string[] }[] = [];
  const entries: SpecEntry[] = [];
  const failures: Failure[] = [];
  for (const [index, spec] of config.specs.entries()) {
    const files = isGlob(spec.path) ? await machine.glob(spec.path, project.root, []) : [resolve(project.root, spec.path)];
    if (isGlob(spec.path)) globs.push({ glob: spec.path, files });
    if (files.length === 0) failures.push({ code: 'missing-file', place: at('specs', index, 'path'), wanted: `a file that matches the spec path ${JSON.stringify(spec.path)}` });
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
  const specs = collect(entries.map((entry) => readEntry(entry, at, project, machine, reader, warm)));
  if (!specs.ok || failures.length > 0) return failed(...failures, ...(specs.ok ? [] : specs.failures));
  return done({ specs: specs.value, globs });
}

function readEntry(entry: SpecEntry, at: ConfigPlace, project: Project, machine: Machine, reader: Reader, warm: Warm | undefined): Outcome<Spec> {
  if (machine.disk.list(entry.path) !== undefined) {
    return failed({ code: 'invalid-value', place: at('specs', entry.index, 'path'), what: 'the path of a spec', expected: 'a file, or a glob such as models/*.yaml', received: `the folder ${project.shown(entry.path)}` });
  }
  if (reader.bytes(entry.path) === undefined) {
    const siblings = (machine.disk.list(dirname(entry.path)) ?? []).filter((each) => each.kind === 'file').map((each) => each.name);
    const near = nearest(basename(entry.path), siblings);
    return failed({ code: 'missing-file', place: at('specs', entry.index, 'path'), wanted: `the spec ${project.shown(entry.path)}`, ...(near === undefined ? {} : { nearest: near }) });
  }
  const read = () => readSpec({ name: entry.name, adapter: entry.adapter, path: entry.path, shown: project.shown, digest: (path) => reader.digest(path) }, (path) => reader.bytes(path));
  // Paths are shown from the workspace, so it is part of what a spec is.
  return warm ? warm.spec([entry.adapter, entry.name, entry.path, project.workspace].join('\n'), (path) => reader.digest(path), read) : read();
}
