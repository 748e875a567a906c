import { join } from 'node:path';
import { compileProject } from '../compile/compile';
import { typecheckProject } from '../compile/typecheck';
import { CONFIG_FILE } from '../config/read';
import { generate } from '../generate/generate';
import { gateOf } from './gate-of';
import type { GenerateResult } from '../generate/result';
import type { Warm } from '../generate/warm';
import type { Edition, Machine } from '../host';
import type { Project } from '../project/project';
import { nothingToDo, type NothingToDo } from './applies';
import type { PipelineOptions } from './options';
import type { PhaseEnd, PhaseSkipped, PhaseWork, PipelinePhase } from './result';

/** What every phase of one run can use. */
export interface Setting {
  readonly machine: Machine;
  readonly edition: Edition;
  readonly project: Project;
  readonly options: PipelineOptions;
  readonly warm: Warm | undefined;
  /** Asked after generate, which can make the first source, and which has looked for patterns. */
  readonly nothing: (before: readonly PhaseEnd[]) => NothingToDo;
}

/** Puts together what the phases of one run use. */
export function settingOf(machine: Machine, edition: Edition, project: Project, options: PipelineOptions, warm: Warm | undefined): Setting {
  let nothing: NothingToDo | undefined;
  return { machine, edition, project, options, warm, nothing: (before) => (nothing ??= nothingToDo(machine, edition, project, { asked: options.tsConfig, from: options.from, places: placesIn(before) })) };
}

function placesIn(before: readonly PhaseEnd[]): GenerateResult['places'] {
  const generated = before.find((end) => 'result' in end && end.phase === 'generate');
  return generated && 'result' in generated && generated.phase === 'generate' ? generated.result.places : undefined;
}

/** Does the work of one phase, or says why there is none. `before` are the phases that have ended. */
export type RunPhase = (setting: Setting, before: readonly PhaseEnd[]) => Promise<PhaseWork | PhaseSkipped>;

/** The work of each phase. */
export const RUN_PHASE: Readonly<Record<PipelinePhase, RunPhase>> = {
  async generate({ machine, edition, project, options, warm }) {
    if (!machine.disk.stat(join(project.root, CONFIG_FILE))) return { phase: 'generate', skipped: `no ${CONFIG_FILE}` };
    return { phase: 'generate', result: await generate(machine, edition, project, options, warm) };
  },
  async validate(setting) {
    const gate = gateOf(setting.machine, setting.project);
    if (typeof gate !== 'string') return { phase: 'validate', skipped: gate.skipped };
    // Loaded here: many projects have no rules.
    const { judgePhase } = await import('./judge-phase');
    return judgePhase(setting, gate);
  },
  async compile({ machine, edition, project, options, nothing }, before) {
    const skipped = nothing(before).compile;
    if (skipped !== undefined) return { phase: 'compile', skipped };
    return { phase: 'compile', result: await compileProject(machine, edition, project, options) };
  },
  async typecheck({ machine, edition, project, options, nothing }, before) {
    const skipped = nothing(before).typecheck();
    if (skipped !== undefined) return { phase: 'typecheck', skipped };
    return { phase: 'typecheck', result: await typecheckProject(machine, edition, project, { ...options, check: options.check || options.dryRun }) };
  },
};
