import { refusalsAsFailures } from '../compile/failures';
import type { Edition, Machine } from '../host';
import type { Project } from '../project/project';
import { concludeValidate } from '../records/conclude';
import { startRecord } from '../records/record';
import { judgeProject } from './judge-project';
import { keepJury } from './keep-jury';
import type { ValidateOptions } from './options';
import { NOTHING_VALIDATED, type ValidateRun } from './result';

/**
 * Judges the files of one project by rules: its artifacts, and those that globs name besides. A file whose verdict is known is
 * not read. Never throws for bad input or a disk that refuses: these are failures in the result.
 */
export async function validateProject(machine: Machine, edition: Edition, project: Project, options: ValidateOptions): Promise<ValidateRun> {
  const started = machine.clock.elapsed();
  const record = startRecord(machine, edition, project, 'validate', { record: options.record !== false && !options.check && !options.dryRun, onEvent: options.onEvent });
  const jury = options.jury ?? keepJury(machine);
  try {
    const found = await refusalsAsFailures<ValidateRun>(project, async () => {
      if (!options.fix) return judgeProject(machine, edition, project, options, jury, record.begin);
      const { fixProject } = await import('./fix-project');
      return fixProject(machine, edition, project, options, jury, record.begin);
    });
    const result: ValidateRun = { ...NOTHING_VALIDATED, ...found, project: project.name, runId: record.id, durationMs: Math.round(machine.clock.elapsed() - started) };
    concludeValidate(record, result);
    return result;
  } finally {
    if (!options.jury) jury.close();
  }
}
