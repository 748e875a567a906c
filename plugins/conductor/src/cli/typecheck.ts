import { createResident, type Resident } from '@nx-conductor/compile';
import { exitCodeOf } from '@nx-conductor/core';
import { CONFIG_FILE, findProject, TSCONFIGS, typecheckProject, type TypecheckOptions, type TypecheckRun } from '@nx-conductor/run';
import type { Call } from './call';
import { runDocument } from './document';
import { tellFindings } from './findings';
import { paintFor, type Paint } from './io';
import { profiled, type Profile } from './profiled';
import { progressLine } from './progress';
import { plural } from './store-commands';
import { timeSpent } from './time-spent';
import { workOptions } from './work-options';

/** `conductor typecheck`. */
export async function runTypecheck(call: Call): Promise<number> {
  const { io, invocation, machine, edition } = call;
  const project = await findProject(machine, io.cwd, invocation.project, [CONFIG_FILE, ...TSCONFIGS]);
  if (!project.ok) return call.fail(project.failures, invocation.project ?? null);
  const profile = await profiled(call);
  if (!profile.ok) return call.fail(profile.failures, project.value.name);
  const progress = progressLine(io, machine.clock, project.value.name, call.every);
  const options = { ...optionsOf(call, profile.value), onProgress: progress.told };
  const run = (resident?: Resident) => typecheckProject(machine, edition, project.value, { ...options, resident }).finally(() => progress.clear());
  if (invocation.options['watch'] !== true) return profile.value.exitCode(tellTypecheck(await run(), call));
  const { watchCommand } = await import('./later');
  const resident = createResident();
  try {
    return await watchCommand(call, project.value, { run: () => run(resident), didSomething: ({ mode }) => mode !== 'unchanged', ran: (result) => void tellTypecheck(result, call) });
  } finally {
    resident.close();
  }
}

function optionsOf(call: Call, profile: Profile): TypecheckOptions {
  const { options } = call.invocation;
  return {
    ...workOptions(call, profile),
    from: call.io.cwd,
    tsConfig: options['ts-config'] as string | undefined,
  };
}

/** Tells what a run came to, as the options ask, and gives the exit code. */
export function tellTypecheck(result: TypecheckRun, call: Call): number {
  const { io, invocation } = call;
  const paint = paintFor(io);
  tellFindings(io, result.findings, paint, (finding) => finding);
  call.complain(result.failures);
  if (invocation.options['json']) io.stdout.write(`${JSON.stringify(typecheckJson(result))}\n`);
  else io.stdout.write(typecheckText(result, invocation.options['explain'] === true, paint));
  return exitCodeOf(result.failures);
}

/** The document of `typecheck --json`. */
export function typecheckJson(result: TypecheckRun): object {
  const { phases, mode, files, findings, why } = result;
  return runDocument('typecheck', result, { phases, mode, files, findings, why });
}

const MODES = { full: 'all', affected: 'what the changes can have reached', unchanged: 'nothing had changed' } as const;

function typecheckText(result: TypecheckRun, explain: boolean, paint: Paint): string {
  const { files, mode } = result;
  const lines = explain ? result.why.map(({ source, reason }) => `${source}  ${paint.dim(reason)}`) : [];
  if (result.failures.length === 0) {
    lines.push(`${paint.green('✓')} ${paint.bold(result.project)}: no type errors; ${files.checked} of ${plural(files.total, 'file', 'files')} checked (${MODES[mode]}); ${result.durationMs} ms`);
    const spent = timeSpent(result.phases);
    if (spent !== '') lines.push(paint.dim(`  ${spent}`));
  }
  return lines.map((line) => `${line}\n`).join('');
}
