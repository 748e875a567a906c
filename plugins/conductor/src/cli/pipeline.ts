import { exitCodeOf } from '@nx-conductor/core';
import type { OnConflict } from '@nx-conductor/outputs';
import { CONFIG_FILE, findProject, runPipeline, TSCONFIGS, type OnProgress, type PhaseEnd, type PhaseWork, type PipelineOptions, type PipelinePhase, type PipelineResult } from '@nx-conductor/run';
import { resolve } from 'node:path';
import type { Call } from './call';
import { runDocument } from './document';
import { compileJson, tellCompile } from './compile';
import { generateJson, tellGenerate } from './generate';
import { paintFor } from './io';
import { profiled, type Profile } from './profiled';
import { progressLine } from './progress';
import { tellTypecheck, typecheckJson } from './typecheck';
import { workOptions } from './work-options';

/** `conductor pipeline`. */
export async function runPipelineCommand(call: Call): Promise<number> {
  const { io, invocation, machine, edition } = call;
  const from = resolve(io.cwd, textOf(call, 'workspace') ?? '.');
  if (machine.disk.stat(machine.disk.realPath(from) ?? from)?.kind !== 'directory') return call.fail([{ code: 'usage', expected: '--workspace with a folder', received: JSON.stringify(textOf(call, 'workspace')), hint: 'check the path, and the folder that it begins in' }], invocation.project ?? null);
  const project = await findProject(machine, from, invocation.project, [CONFIG_FILE, ...TSCONFIGS]);
  if (!project.ok) return call.fail(project.failures, invocation.project ?? null);
  const profile = await profiled(call);
  if (!profile.ok) return call.fail(profile.failures, project.value.name);
  const progress = progressLine(io, machine.clock, project.value.name, call.every);
  const options = optionsOf(call, progress.told, profile.value);
  const tellEnd = phaseTeller(call);
  if (invocation.options['watch'] === true) {
    // Many runs of a watch are not told, so none is told before its end.
    const ran = async (told: PipelineResult): Promise<void> => {
      for (const end of told.phases) await tellEnd(end);
      await tellRun(told, call);
    };
    const { watchPhases } = await import('./watch-pipeline');
    await watchPhases(call, project.value, options, { ended: () => progress.clear(), ran });
    return 0;
  }
  const ended = (end: PhaseEnd): Promise<void> => {
    progress.clear();
    return tellEnd(end);
  };
  const result = await runPipeline(machine, edition, project.value, options, ended, call.warm);
  await tellRun(result, call);
  return profile.value.exitCode(exitCodeOf(result.failures));
}

/** Tells what a phase came to as its own command does, and its timing. Under `--json` the document has the one. */
function phaseTeller(call: Call): (end: PhaseEnd) => Promise<void> {
  const { io, invocation } = call;
  const silenced = invocation.options['json'] === true ? { ...call, io: { ...io, stdout: { write: () => undefined } } } : call;
  return async (end) => {
    if ('result' in end) await tellPhase(end, silenced);
    io.notes.write(`${perfLine(end)}\n`);
  };
}

async function tellRun(result: PipelineResult, call: Call): Promise<void> {
  const { io, invocation } = call;
  io.notes.write(`[PERF] total ${result.durationMs}ms\n`);
  if (invocation.options['json']) io.stdout.write(`${JSON.stringify(await pipelineJson(result, call))}\n`);
  else if (result.failures.length === 0) io.stdout.write(`${summary(result, call)}\n`);
}

const textOf = (call: Call, name: string): string | undefined => call.invocation.options[name] as string | undefined;

function optionsOf(call: Call, onProgress: OnProgress, profile: Profile): PipelineOptions {
  const { options } = call.invocation;
  return {
    ...workOptions(call, profile),
    from: call.io.cwd,
    keepGoing: options['keep-going'] === true,
    skip: (options['skip'] ?? []) as readonly PipelinePhase[],
    onConflict: options['on-conflict'] as OnConflict | undefined,
    tsConfig: textOf(call, 'ts-config'),
    onProgress,
  };
}

/** Loaded by whoever judges: many projects have no rules. */
const validating = () => import('./validating');

/** Tells what a phase came to as its own command does. */
async function tellPhase(work: PhaseWork, call: Call): Promise<void> {
  if (work.phase === 'generate') tellGenerate(work.result, call);
  else if (work.phase === 'validate') (await validating()).tellValidate(work.result, call);
  else if (work.phase === 'compile') tellCompile(work.result, call);
  else tellTypecheck(work.result, call);
}

/** One line for scripts: `[PERF] generate 41ms 2192 kept`. */
function perfLine(end: PhaseEnd): string {
  if (!('result' in end)) return `[PERF] ${end.phase} 0ms skipped: ${end.skipped}`;
  const failed = end.result.failures.length > 0 ? ' failed' : '';
  return `[PERF] ${end.phase} ${end.durationMs}ms${failed}${counted(countsOf(end))}`;
}

/** What became of the artifacts, sources or files of a phase; what was kept comes last and is always told. */
function countsOf(work: PhaseWork): Readonly<Record<string, number>> {
  if (work.phase === 'generate') {
    const { created, updated, removed, conflicts, kept } = work.result.artifacts;
    return { created, updated, removed, conflicts, kept };
  }
  if (work.phase === 'validate') {
    const { judged, kept, rejected, uncertain } = work.result.files;
    return { judged, rejected, uncertain, kept };
  }
  if (work.phase === 'compile') {
    const { compiled, removed, kept } = work.result.sources;
    return { compiled, removed, kept };
  }
  const { checked, total } = work.result.files;
  return { checked, kept: total - checked };
}

const counted = (counts: Readonly<Record<string, number>>): string => Object.entries(counts).filter(([name, count]) => count > 0 || name === 'kept').map(([name, count]) => ` ${count} ${name}`).join('');

function summary(result: PipelineResult, call: Call): string {
  const paint = paintFor(call.io);
  const names = result.phases.flatMap((end) => ('result' in end ? [end.phase] : []));
  const task = [textOf(call, 'task-id'), textOf(call, 'task-name')].filter((word) => word !== undefined).join(' ');
  return `${paint.green('✓')} ${paint.bold(result.project)}: pipeline${task === '' ? '' : ` (task ${task})`} of ${names.join(', ') || 'nothing'} done; ${result.durationMs} ms`;
}

/** The document of `pipeline --json`: milliseconds per phase, and for each the document of its own command. */
async function pipelineJson(result: PipelineResult, call: Call): Promise<object> {
  const ran = result.phases.flatMap((end) => ('result' in end ? [end] : []));
  const documents: [PipelinePhase, object][] = [];
  for (const work of ran) documents.push([work.phase, await documentOf(work, call)]);
  const [id, name] = [textOf(call, 'task-id'), textOf(call, 'task-name')];
  return runDocument('pipeline', result, {
    ...(id === undefined && name === undefined ? {} : { task: { id: id ?? null, name: name ?? null } }),
    phases: Object.fromEntries(ran.map(({ phase, durationMs }) => [phase, durationMs])),
    skipped: result.phases.flatMap((end) => ('result' in end ? [] : [{ phase: end.phase, reason: end.skipped }])),
    ...Object.fromEntries(documents),
  });
}

async function documentOf(work: PhaseWork, call: Call): Promise<object> {
  if (work.phase === 'generate') return generateJson(work.result, call);
  if (work.phase === 'validate') return (await validating()).validateJson(work.result, call);
  return work.phase === 'compile' ? compileJson(work.result, call) : typecheckJson(work.result);
}
