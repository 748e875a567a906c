import { keepJury } from '../validate/keep-jury';
import { validateProject } from '../validate/validate';
import type { Setting } from './phases';
import type { PhaseWork } from './result';

/** The work of `validate`: with a gate that only warns, what is rejected is a warning. */
export async function judgePhase({ machine, edition, project, options, warm }: Setting, gate: 'error' | 'warn'): Promise<PhaseWork> {
  const jury = warm?.jury(() => keepJury(machine));
  const result = await validateProject(machine, edition, project, { ...options, fix: false, strict: false, files: [], jury });
  if (gate === 'error') return { phase: 'validate', result };
  const [rejected, others] = [result.failures.filter(({ code }) => code === 'rejected'), result.failures.filter(({ code }) => code !== 'rejected')];
  return { phase: 'validate', result: { ...result, failures: others, warnings: [...result.warnings, ...rejected] } };
}
