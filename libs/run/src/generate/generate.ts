import { done, quietly, type Lock, type Outcome } from '@nx-conductor/core';
import { readConfigText, type ConfigText } from '../config/read';
import type { Edition, Machine } from '../host';
import { holdProject } from '../lock/hold';
import { stampOf } from '../lock/stamp';
import type { Project } from '../project/project';
import { concludeGenerate } from '../records/conclude';
import { micro, startRecord, type RunRecord } from '../records/record';
import { settleOptions, type GenerateOptions } from './options';
import { NO_ARTIFACTS, type GenerateResult } from './result';
import { beginRun, refusal, type Ahead, type Findings, type Run } from './run';
import { startTimer, type Timer } from './timer';
import { keepUnchanged } from './unchanged';
import type { Warm } from './warm';

/** What a process that waits for changes has to do with one run. */
export interface Staying {
  /** Given the result as soon as it is known, before the run saves what only spares later runs work. */
  readonly tell: (result: GenerateResult) => void;
  /** The lock of the project, asked for when a change was heard; the run releases it. */
  readonly lock: Promise<Lock> | undefined;
  /** What was read while the burst of changes ended. */
  readonly ahead?: Promise<Ahead | undefined> | undefined;
}

/**
 * read → resolve → render → format → plan → apply for one project. Never throws for bad input or a disk that
 * refuses: these are failures in the result, and then nothing was written. `staying` is of a watch.
 */
export async function generate(machine: Machine, edition: Edition, project: Project, options: GenerateOptions, warm?: Warm, staying?: Staying): Promise<GenerateResult> {
  // A run that writes nothing leaves no record either.
  const record = startRecord(machine, edition, project, 'generate', { record: options.record !== false && !options.check && !options.dryRun, onEvent: options.onEvent });
  const timer = startTimer(machine.clock, {
    entered: (phase) => options.onProgress?.({ phase }),
    left: (phase, at, ms) => record.tell({ event: 'phase', phase, at: micro(at), ms: micro(ms) }),
  });
  let told: GenerateResult | undefined;
  const conclude: Conclude = (findings) => {
    timer.enter(undefined);
    told = resultOf(findings, project, record.id, timer);
    staying?.tell(told);
    return told;
  };
  timer.enter('read');
  try {
    await findOut(machine, edition, project, options, timer, record, warm, conclude, staying);
  } catch (error) {
    if (told) throw error;
    conclude({ failures: [refusal(project, error)] });
  }
  const result = told as unknown as GenerateResult;
  concludeGenerate(record, result);
  return result;
}

/** Makes a run's result of what it came to, and tells it. */
type Conclude = (findings: Findings) => void;

function resultOf(findings: Findings, project: Project, runId: string, timer: Timer): GenerateResult {
  return {
    failures: [],
    warnings: [],
    jobs: { total: 0, ran: 0, kept: 0, failed: 0 },
    artifacts: NO_ARTIFACTS,
    templates: { total: 0, hits: 0, misses: 0 },
    why: [],
    edits: [],
    steps: [],
    diffs: [],
    unchanged: false,
    ...findings,
    project: project.name,
    runId,
    durationMs: timer.total(),
    phases: timer.phases(),
  };
}

/**
 * Most runs find that nothing changed, and need no lock for that. Any other makes its plan under the lock, also one
 * that only shows it: of a folder that another run is half through with, the plan would be wrong. A watch that heard of a
 * change has asked for the lock already.
 */
async function findOut(machine: Machine, edition: Edition, project: Project, options: GenerateOptions, timer: Timer, record: RunRecord, warm: Warm | undefined, conclude: Conclude, staying: Staying | undefined): Promise<void> {
  const lock = staying?.lock;
  const look = (ahead?: Ahead) => begin(machine, edition, project, options, timer, record, warm, ahead);
  let first: ReturnType<typeof begin> | undefined;
  let stamp = '';
  if (lock === undefined) {
    stamp = stampOfRun(machine, project);
    first = look();
    if (!first.ok) return conclude({ failures: first.failures });
    const unchanged = await keepUnchanged(first.value.run, first.value.config);
    if (unchanged) return conclude({ ...unchanged, places: first.value.run.places });
  }
  const work = async (waited: boolean): Promise<void> => {
    // Another run may have done the work, or other work, since we looked.
    const known = first !== undefined && !waited && stampOfRun(machine, project) === stamp;
    const begun = known && first !== undefined ? first : look(waited ? undefined : await staying?.ahead);
    if (!begun.ok) return conclude({ failures: begun.failures });
    const { run, config } = begun.value;
    const unchanged = known ? undefined : await keepUnchanged(run, config);
    if (unchanged) return conclude({ ...unchanged, places: run.places });
    record.begin();
    // Loaded here: most runs find that nothing has changed.
    const { regenerate } = await import('./regenerate');
    const { findings, afterwards } = await regenerate(run, config);
    conclude({ ...findings, places: run.places });
    if (afterwards) quietly(afterwards);
  };
  const held = await holdProject(machine, project, options.onWait, work, lock);
  if (!held.ok) conclude({ failures: held.failures });
}

function begin(machine: Machine, edition: Edition, project: Project, options: GenerateOptions, timer: Timer, record: RunRecord, warm: Warm | undefined, ahead: Ahead | undefined): Outcome<{ readonly run: Run; readonly config: ConfigText }> {
  const config = readConfigText(machine.disk, project);
  return config.ok ? done({ run: beginRun(machine, edition, project, settleOptions(options, config.value.text, machine), timer, record, warm, ahead), config: config.value }) : config;
}

/** Changes whenever another run begins to apply its plan, or puts a manifest in place: those are new files. */
const stampOfRun = ({ disk }: Machine, project: Project): string => stampOf(disk, [project.manifest, project.intent]);
