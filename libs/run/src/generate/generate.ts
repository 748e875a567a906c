import { join } from 'node:path';
import { DiskError, done, type Failure, type Outcome } from '@nx-conductor/core';
import { ChangedMeanwhile, EMPTY_INDEX, readIndex, readManifest, type DiskIndex, type FoundManifest } from '@nx-conductor/outputs';
import { readConfigText, type ConfigText } from '../config/read';
import type { Edition, Machine } from '../host';
import { holdProject } from '../lock/hold';
import { discoverPatterns, type PatternPlace } from '../patterns/discover';
import type { Project } from '../project/project';
import { newRunId, recordRun } from '../records/records';
import { runCache, storeOf, type RunCache } from './cache';
import type { GenerateOptions } from './options';
import { createReader, type Reader } from './reader';
import { NO_ARTIFACTS, type GenerateResult } from './result';
import { startTimer, type Timer } from './timer';
import { keepUnchanged } from './unchanged';
import { regenerate } from './regenerate';
import type { Warm } from './warm';

/** What every step of one run can use. */
export interface Run {
  readonly machine: Machine;
  readonly edition: Edition;
  readonly project: Project;
  readonly options: GenerateOptions;
  readonly timer: Timer;
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

/**
 * read → resolve → render → format → plan → apply for one project. Never throws for bad input or a disk that
 * refuses: these are failures in the result, and then nothing was written.
 */
export async function generate(machine: Machine, edition: Edition, project: Project, options: GenerateOptions, warm?: Warm): Promise<GenerateResult> {
  const timer = startTimer(machine.clock);
  const startedAt = machine.clock.now();
  const readOnly = options.check || options.dryRun;
  timer.enter('read');
  const findings = await refusalsAsFailures(project, () => findOut(machine, edition, project, options, timer, warm));
  timer.enter(undefined);
  const result: GenerateResult = {
    failures: [],
    warnings: [],
    jobs: { total: 0, ran: 0, kept: 0, failed: 0 },
    artifacts: NO_ARTIFACTS,
    templates: { total: 0, hits: 0, misses: 0 },
    why: [],
    steps: [],
    diffs: [],
    unchanged: false,
    ...findings,
    project: project.name,
    runId: newRunId(machine.clock),
    durationMs: timer.total(),
    phases: timer.phases(),
  };
  if (!readOnly) recordRun(machine.disk, project, startedAt, result);
  return result;
}

/**
 * Most runs find that nothing changed, and need no lock for that. Any other makes its plan under the lock, also one
 * that only shows it: of a folder that another run is half through with, the plan would be wrong.
 */
async function findOut(machine: Machine, edition: Edition, project: Project, options: GenerateOptions, timer: Timer, warm: Warm | undefined): Promise<Findings> {
  const stamp = stampOf(machine, project);
  const first = begin(machine, edition, project, options, timer, warm);
  if (!first.ok) return { failures: first.failures };
  const unchanged = await keepUnchanged(first.value.run, first.value.config);
  if (unchanged) return unchanged;
  const held = await holdProject(machine, project, options.onWait, async (waited) => {
    // Another run may have done the work, or other work, since we looked.
    if (!waited && stampOf(machine, project) === stamp) return regenerate(first.value.run, first.value.config);
    const again = begin(machine, edition, project, options, timer, warm);
    if (!again.ok) return { failures: again.failures };
    return (await keepUnchanged(again.value.run, again.value.config)) ?? (await regenerate(again.value.run, again.value.config));
  });
  return held.ok ? held.value : { failures: held.failures };
}

function begin(machine: Machine, edition: Edition, project: Project, options: GenerateOptions, timer: Timer, warm: Warm | undefined): Outcome<{ readonly run: Run; readonly config: ConfigText }> {
  const config = readConfigText(machine.disk, project);
  return config.ok ? done({ run: beginRun(machine, edition, project, options, timer, warm), config: config.value }) : config;
}

/** Changes whenever another run begins to apply its plan, or puts a manifest in place: those are new files. */
function stampOf({ disk }: Machine, project: Project): string {
  const stats = [project.manifest, project.intent].map((path) => disk.stat(path));
  return stats.map((stat) => (stat === undefined ? 'nothing' : [stat.inode, stat.size, stat.mtimeMs, stat.ctimeMs].join(' '))).join('; ');
}

/** Looks at what a run starts from: the patterns there are, the manifest and the index. */
export function beginRun(machine: Machine, edition: Edition, project: Project, options: GenerateOptions, timer: Timer, warm?: Warm): Run {
  return {
    machine,
    edition,
    project,
    options,
    timer,
    reader: createReader(machine.disk),
    cache: runCache(storeOf(machine, project), edition.build, options.cache, options.check || options.dryRun),
    places: discoverPatterns(machine.disk, project, edition.home),
    found: readManifest(machine.disk, project.manifest),
    index: options.cache ? readIndex(machine.disk, project.index) : EMPTY_INDEX,
    warm,
  };
}

async function refusalsAsFailures(project: Project, work: () => Promise<Findings>): Promise<Findings> {
  try {
    return await work();
  } catch (error) {
    return { failures: [refusal(project, error)] };
  }
}

/** What was thrown, as a failure: the disk's refusals are facts about the machine, everything else thrown is a bug and goes on. */
export function refusal(project: Project, error: unknown): Failure {
  if (error instanceof DiskError) return { code: 'disk', place: { file: project.shown(error.path) }, operation: error.operation, errno: error.errno };
  if (error instanceof ChangedMeanwhile) return { code: 'conflict', place: { file: project.shown(join(project.root, error.path)) }, kind: 'edited', diff: '' };
  throw error;
}
