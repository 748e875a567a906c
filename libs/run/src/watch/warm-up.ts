import { DiskError } from '@nx-conductor/core';
import { createWatch } from '@nx-conductor/generate';
import { readConfigText } from '../config/read';
import { settleOptions, type GenerateOptions } from '../generate/options';
import { readInputs } from '../generate/read';
import { beginRun } from '../generate/run';
import { startTimer } from '../generate/timer';
import { readTraces } from '../generate/traces';
import { resolveProject } from '../generate/uses';
import { MANY } from '../generate/look';
import type { Warm } from '../generate/warm';
import type { Edition, Machine } from '../host';
import type { Project } from '../project/project';
import { NO_RECORD } from '../records/record';

/**
 * Works out what a run would remember, and writes nothing: for a watch that began with a run in which nothing had changed,
 * and so knows nothing. Whatever is wrong is for the next run to tell.
 */
export async function warmUp(machine: Machine, edition: Edition, project: Project, options: GenerateOptions, warm: Warm): Promise<void> {
  try {
    const config = readConfigText(machine.disk, project);
    if (!config.ok) return;
    const settled = settleOptions({ ...options, dryRun: true }, config.value.text, machine);
    if (!settled.cache || !settled.incremental) return;
    const run = beginRun(machine, edition, project, settled, startTimer(machine.clock), NO_RECORD, warm);
    const inputs = await readInputs(run, config.value);
    if (!inputs.ok) return;
    const { config: checked, place, specs, loaded, surroundings } = inputs.value;
    const memories = warm.memories(project.root);
    machine.interruptible(() => {
      const uses = resolveProject(checked, place, specs.specs, loaded, surroundings, createWatch(), memories);
      for (const use of uses.ok ? uses.value : []) {
        use.tables.workOut();
        memories.set(use.name, use.memory());
      }
    });
    readTraces(run);
    warm.settle();
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
  }
}

/** Takes in now, while nobody waits, what the next run begins with. */
export function readAhead(machine: Machine, edition: Edition, project: Project, options: GenerateOptions, warm: Warm): void {
  try {
    const { found } = beginRun(machine, edition, project, settleOptions(options, undefined, machine), startTimer(machine.clock), NO_RECORD, warm);
    if (found.state === 'sound' && found.manifest.artifacts.length >= MANY) warm.looker?.ready();
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
  }
  warm.settle();
}
