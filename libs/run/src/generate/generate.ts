import { done, type Outcome } from '@nx-conductor/core';
import { readConfigText, type ConfigText } from '../config/read';
import type { Edition, Machine } from '../host';
import { holdProject } from '../lock/hold';
import type { Project } from '../project/project';
import { newRunId, recordRun } from '../records/records';
import type { GenerateOptions } from './options';
import { regenerate } from './regenerate';
import { NO_ARTIFACTS, type GenerateResult } from './result';
import { beginRun, refusal, type Findings, type Run } from './run';
import { startTimer, type Timer } from './timer';
import { keepUnchanged } from './unchanged';
import type { Warm } from './warm';

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

async function refusalsAsFailures(project: Project, work: () => Promise<Findings>): Promise<Findings> {
  try {
    return await work();
  } catch (error) {
    return { failures: [refusal(project, error)] };
  }
}
