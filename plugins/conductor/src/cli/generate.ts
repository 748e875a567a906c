import { exitCodeOf, type Outcome } from '@nx-conductor/core';
import { DEFAULT_OPTIONS, findProject, generate, type GenerateOptions, type GenerateResult, type OnProgress, type Project } from '@nx-conductor/run';
import type { OnConflict } from '@nx-conductor/outputs';
import type { Call } from './call';
import { runDocument } from './document';
import { paintFor, type Paint } from './io';
import { editLine, findingJson, outcomeJson, tellJudgement } from './judged';
import { profiled, type Profile } from './profiled';
import { progressLine } from './progress';
import { timeSpent } from './time-spent';
import { workOptions } from './work-options';

/** `conductor generate`. */
export async function runGenerate(call: Call): Promise<number> {
  const { io, invocation, machine, edition } = call;
  const project: Outcome<Project> = await findProject(machine, io.cwd, invocation.project);
  if (!project.ok) return call.fail(project.failures, invocation.project ?? null);
  const progress = progressLine(io, machine.clock, project.value.name, call.every);
  const profile = await profiled(call);
  if (!profile.ok) return call.fail(profile.failures, project.value.name);
  const options = optionsOf(call, progress.told, profile.value);
  if (invocation.options['watch'] === true) {
    const { watchGenerate } = await import('./later');
    await watchGenerate(call, project.value, options, (result) => {
      progress.clear();
      tellGenerate(result, call);
    });
    return 0;
  }
  const result = await generate(machine, edition, project.value, options, call.warm).finally(() => progress.clear());
  return profile.value.exitCode(tellGenerate(result, call));
}

/** Tells what a run came to, as the options ask, and gives the exit code. */
export function tellGenerate(result: GenerateResult, call: Call): number {
  const { io, invocation } = call;
  const paint = paintFor(io);
  call.complain(result.warnings, 'warning');
  if (result.diffs.length > 0) io.stderr.write(result.diffs.map((diff) => `${diff.trimEnd()}\n`).join(''));
  if (result.judgement) tellJudgement(io, result.judgement, paint);
  call.complain(result.failures);
  if (result.failures.length > 0) io.stderr.write(`${failedText(result, paint)}\n`);
  if (invocation.options['json']) io.stdout.write(`${JSON.stringify(generateJson(result, call))}\n`);
  else io.stdout.write(generateText(result, call, paint));
  return exitCodeOf(result.failures);
}

function optionsOf(call: Call, onProgress: OnProgress, profile: Profile): GenerateOptions {
  const { options } = call.invocation;
  return {
    ...DEFAULT_OPTIONS,
    ...workOptions(call, profile),
    keepGoing: options['keep-going'] === true,
    onProgress,
    ...(options['on-conflict'] === undefined ? {} : { onConflict: options['on-conflict'] as OnConflict }),
  };
}

/** The document of `generate --json`. */
export function generateJson(result: GenerateResult, call: Call): object {
  const { options } = call.invocation;
  return runDocument('generate', result, {
    phases: result.phases,
    jobs: result.jobs,
    artifacts: result.artifacts,
    templates: result.templates,
    why: result.why,
    ...(result.mending ? { mended: result.mending.edits } : {}),
    ...(result.judgement ? { verdicts: result.judgement.files, findings: result.judgement.findings.map(findingJson), outcomes: result.judgement.outcomes.map(outcomeJson) } : {}),
    ...(options['dry-run'] || options['check'] ? { plan: result.steps.map(({ path, action, conflict, merged }) => ({ path, action, ...(conflict === undefined ? {} : { conflict }), ...(merged ? { merged } : {}) })) } : {}),
  });
}

/** Steps named one by one on the screen. */
const MOST_STEPS = 40;

function generateText(result: GenerateResult, call: Call, paint: Paint): string {
  const { options } = call.invocation;
  const { artifacts, jobs, templates } = result;
  const lines: string[] = [];
  if (options['explain']) lines.push(...result.why.map((why) => `${why.artifact}  ${paint.dim(why.reason)}`), ...(result.mending?.edits ?? []).map((edit) => editLine(edit, paint)));
  if (options['dry-run'] || options['check'] || result.steps.length <= MOST_STEPS) {
    lines.push(...result.steps.map((step) => `${MARK[step.action]} ${step.path}${step.conflict ? paint.yellow(` (${step.merged ? 'merged' : step.conflict})`) : ''}`));
  }
  if (result.failures.length > 0) return lines.map((line) => `${line}\n`).join('');
  const counts = (['created', 'updated', 'removed', 'kept'] as const).filter((name) => artifacts[name] > 0 || name === 'kept').map((name) => `${artifacts[name]} ${name}`);
  const would = options['dry-run'] ? ' (dry run, nothing written)' : options['check'] ? ' (up to date)' : '';
  lines.push(`${paint.green('✓')} ${paint.bold(result.project)}: ${counts.join(', ')} of ${artifacts.total} artifacts${would}; ${jobs.ran} of ${jobs.total} jobs ran; ${templates.hits} of ${templates.total} templates from the store; ${result.durationMs} ms`);
  if (result.edits.length > 0) lines.push(paint.yellow(`  edited by hand and kept: ${result.edits.slice(0, MOST_STEPS).join(', ')}${result.edits.length > MOST_STEPS ? ` and ${result.edits.length - MOST_STEPS} more` : ''}`));
  const spent = timeSpent(result.phases);
  if (spent !== '') lines.push(paint.dim(`  ${spent}`));
  return lines.map((line) => `${line}\n`).join('');
}

function failedText({ project, failures, jobs, durationMs }: GenerateResult, paint: Paint): string {
  const ran = jobs.total === 0 ? '' : `; ${jobs.failed > 0 ? `${jobs.failed} of ${jobs.total} jobs failed` : `${jobs.total} jobs, none failed`}`;
  return `${paint.red('✗')} ${paint.bold(project)}: ${failures.length} ${failures.length === 1 ? 'error' : 'errors'}, nothing written${ran}; ${durationMs} ms`;
}

const MARK = { create: '+', update: '~', remove: '-', conflict: '!', keep: ' ' } as const;
