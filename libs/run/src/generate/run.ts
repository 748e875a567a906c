import { join } from 'node:path';
import { DiskError, type Disk, type Failure } from '@nx-conductor/core';
import { ChangedMeanwhile, EMPTY_INDEX, readIndex, readManifest, type DiskIndex, type FoundManifest, type ReadFile } from '@nx-conductor/outputs';
import type { Edition, Machine } from '../host';
import { discoverPatterns, type PatternPlace } from '../patterns/discover';
import type { Project } from '../project/project';
import { NO_RECORD, type RunRecord } from '../records/record';
import { runCache, storeOf, type RunCache } from './cache';
import type { SettledOptions } from './options';
import { createReader, type Reader } from './reader';
import type { GenerateResult } from './result';
import type { Timer } from './timer';
import type { Warm } from './warm';

/** What every step of one run can use. */
export interface Run {
  readonly machine: Machine;
  readonly edition: Edition;
  readonly project: Project;
  readonly options: SettledOptions;
  readonly timer: Timer;
  readonly record: RunRecord;
  /** Milliseconds since the epoch, before the first look at anything. */
  readonly begunAt: number;
  readonly reader: Reader;
  readonly cache: RunCache;
  readonly places: readonly PatternPlace[];
  readonly found: FoundManifest;
  readonly index: DiskIndex;
  /** Of a process that makes more than one run. */
  readonly warm: Warm | undefined;
}

/** What a run came to, without what is the same for all. Absent parts are as of a run that did nothing. */
export type Findings = Partial<Omit<GenerateResult, 'project' | 'runId' | 'durationMs' | 'phases'>>;

/** Large files that were read a moment before the run, since when nothing was heard of them. */
export interface Ahead {
  /** Before the first look; milliseconds since the epoch. */
  readonly begunAt: number;
  /** By absolute path. */
  readonly files: ReadonlyMap<string, ReadFile>;
}

/** Looks at what a run starts from: the patterns there are, the manifest and the index. */
export function beginRun(machine: Machine, edition: Edition, project: Project, options: SettledOptions, timer: Timer, record: RunRecord = NO_RECORD, warm?: Warm, ahead?: Ahead): Run {
  const file = <T>(path: string, read: (disk: Disk) => T): T => (warm ? warm.file(machine.disk, path, read) : read(machine.disk));
  const begunAt = ahead?.begunAt ?? machine.clock.now();
  const index = options.cache ? file(project.index, (disk) => readIndex(disk, project.index)) : EMPTY_INDEX;
  const reader = createReader(ahead ? diskAhead(machine.disk, ahead) : machine.disk, index, warm?.digest);
  return {
    machine,
    edition,
    project,
    options,
    timer,
    record,
    begunAt,
    reader,
    cache: runCache(storeOf(machine, project), edition.build, { use: options.cache, templates: options.templateCache, results: !options.force, readOnly: options.check || options.dryRun }),
    places: discoverPatterns(machine.disk, reader, project, edition.home),
    found: file(project.manifest, (disk) => readManifest(disk, project.manifest)),
    index,
    warm,
  };
}

/** The disk, but for what was read ahead: both the stat and the bytes of then. */
function diskAhead(disk: Disk, { files }: Ahead): Disk {
  return { ...disk, stat: (path) => files.get(path)?.stat ?? disk.stat(path), read: (path) => files.get(path)?.bytes ?? disk.read(path) };
}

/** What was thrown, as a failure: the disk's refusals are facts about the machine, everything else thrown is a bug and goes on. */
export function refusal(project: Project, error: unknown): Failure {
  if (error instanceof DiskError) return { code: 'disk', place: { file: project.shown(error.path) }, operation: error.operation, errno: error.errno };
  if (error instanceof ChangedMeanwhile) return { code: 'conflict', place: { file: project.shown(join(project.root, error.path)) }, kind: 'edited', diff: '' };
  throw error;
}
