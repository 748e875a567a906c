import type { Failure } from '@nx-conductor/core';
import { refusalsAsFailures } from '../compile/failures';
import type { Warm } from '../generate/warm';
import type { Edition, Machine } from '../host';
import type { Project } from '../project/project';
import { concludePipeline } from '../records/conclude';
import { micro, startRecord } from '../records/record';
import { holdOnce } from './held-once';
import { lookOnce } from './looked-once';
import type { PipelineOptions } from './options';
import { RUN_PHASE, settingOf, type Setting } from './phases';
import { PIPELINE_PHASES, type PhaseEnd, type PipelinePhase, type PipelineResult } from './result';

/**
 * Runs the phases of a project one after the other, in one process and under one lock, and tells each as it ends. A
 * phase that fails is the last one that runs. Never throws for bad input or a disk that refuses.
 */
export async function runPipeline(machine: Machine, edition: Edition, project: Project, options: PipelineOptions, ended: (end: PhaseEnd) => void | Promise<void>, warm?: Warm): Promise<PipelineResult> {
  const started = machine.clock.elapsed();
  const record = startRecord(machine, edition, project, 'pipeline', { record: options.record !== false && !options.check && !options.dryRun, onEvent: options.onEvent });
  record.begin();
  const looked = lookOnce(machine.disk);
  const locks = holdOnce(machine.locks, looked.forget);
  const setting = settingOf({ ...machine, locks, disk: looked.disk }, edition, project, options, warm);
  const phases: PhaseEnd[] = [];
  const refused = await refusalsAsFailures<PipelineResult>(project, async () => {
    try {
      for (const phase of PIPELINE_PHASES) {
        const at = record.at();
        const end = await endOf(phase, setting, phases);
        phases.push(end);
        if ('result' in end && end.phase === 'generate' && end.result.unchanged) looked.believe();
        if ('result' in end) record.tell({ event: 'phase', phase, at, ms: micro(record.at() - at) });
        await ended(end);
      }
    } finally {
      locks.release();
    }
    return {};
  });
  const failures: Failure[] = phases.flatMap((end) => ('result' in end ? end.result.failures : []));
  const result = { project: project.name, failures: [...failures, ...(refused.failures ?? [])], durationMs: Math.round(machine.clock.elapsed() - started), phases };
  concludePipeline(record, result);
  return result;
}

async function endOf(phase: PipelinePhase, setting: Setting, before: readonly PhaseEnd[]): Promise<PhaseEnd> {
  if (setting.options.skip.includes(phase)) return { phase, skipped: 'as asked' };
  const obstacle = obstacleIn(before, setting.options);
  if (obstacle !== undefined) return { phase, skipped: obstacle };
  const { clock } = setting.machine;
  const started = clock.elapsed();
  const work = await RUN_PHASE[phase](setting, before);
  return 'skipped' in work ? work : { ...work, durationMs: Math.round(clock.elapsed() - started) };
}

/** Why no further phase can run: what it would look at is broken, or is not there because nothing was written. */
function obstacleIn(before: readonly PhaseEnd[], { dryRun }: PipelineOptions): string | undefined {
  for (const end of before) {
    if (!('result' in end)) continue;
    if (end.result.failures.length > 0) return `${end.phase} failed`;
    if (dryRun && end.phase === 'generate' && end.result.steps.length > 0) return `its sources would be others: ${end.result.steps.length} artifacts would change`;
  }
  return undefined;
}
