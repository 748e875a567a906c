import { exitCodeOf } from '@nx-conductor/core';
import { CONFIG_FILE, compileProject, findProject, TSCONFIGS, type Asset, type CompileOptions, type CompileRun, type Fallback } from '@nx-conductor/run';
import type { Call } from './call';
import { runDocument } from './document';
import { failureJson } from './failures';
import { tellFindings } from './findings';
import { paintFor, type Paint } from './io';
import { profiled, type Profile } from './profiled';
import { progressLine } from './progress';
import { timeSpent } from './time-spent';
import { workOptions } from './work-options';

/** `conductor compile`. */
export async function runCompile(call: Call): Promise<number> {
  const { io, invocation, machine, edition } = call;
  const project = await findProject(machine, io.cwd, invocation.project, [CONFIG_FILE, ...TSCONFIGS]);
  if (!project.ok) return call.fail(project.failures, invocation.project ?? null);
  const profile = await profiled(call);
  if (!profile.ok) return call.fail(profile.failures, project.value.name);
  const progress = progressLine(io, machine.clock, project.value.name, call.every);
  const options = { ...optionsOf(call, profile.value), onProgress: progress.told };
  const run = () => compileProject(machine, edition, project.value, options).finally(() => progress.clear());
  if (invocation.options['watch'] !== true) return profile.value.exitCode(tellCompile(await run(), call));
  const { watchCommand } = await import('./later');
  return watchCommand(call, project.value, { run, didSomething: ({ sources, outputs }) => sources.compiled + sources.removed + outputs.written + outputs.removed > 0, ran: (result) => void tellCompile(result, call) });
}

function optionsOf(call: Call, profile: Profile): CompileOptions {
  const { options } = call.invocation;
  const text = (name: string) => options[name] as string | undefined;
  return {
    ...workOptions(call, profile),
    from: call.io.cwd,
    tsConfig: text('ts-config'),
    outputPath: text('output-path'),
    rootDir: text('root-dir'),
    fallback: text('fallback') as Fallback | undefined,
    main: text('main'),
    additionalEntryPoints: options['additional-entry-points'] as readonly string[] | undefined,
    exportsField: options['generate-exports-field'] as boolean | undefined,
    packageJson: options['generate-package-json'] as boolean | undefined,
    assets: options['assets'] as readonly Asset[] | undefined,
  };
}

/** Tells what a run came to, as the options ask, and gives the exit code. */
export function tellCompile(result: CompileRun, call: Call): number {
  const { io, invocation } = call;
  const paint = paintFor(io);
  call.complain(result.warnings, 'warning');
  tellFindings(io, result.findings, paint, (finding) => finding);
  call.complain(result.failures);
  if (invocation.options['json']) io.stdout.write(`${JSON.stringify(compileJson(result, call))}\n`);
  else io.stdout.write(compileText(result, call, paint));
  return exitCodeOf(result.failures);
}

/** The document of `compile --json`. */
export function compileJson(result: CompileRun, call: Call): object {
  const { options } = call.invocation;
  const warnings = failureJson(result.warnings);
  return runDocument('compile', result, {
    phases: result.phases,
    sources: result.sources,
    outputs: result.outputs,
    findings: result.findings,
    why: result.why,
    ...(options['dry-run'] || options['check'] ? { plan: result.changes } : {}),
    ...(warnings === undefined ? {} : { warning: warnings }),
  });
}

/** Changes named one by one on the screen. */
const MOST_CHANGES = 40;

const MARK = { create: '+', update: '~', remove: '-' } as const;

function compileText(result: CompileRun, call: Call, paint: Paint): string {
  const { options } = call.invocation;
  const { sources, outputs, changes } = result;
  const lines: string[] = [];
  if (options['explain']) lines.push(...result.why.map(({ source, reason }) => `${source}  ${paint.dim(reason)}`));
  if (options['dry-run'] || options['check']) {
    lines.push(...changes.slice(0, MOST_CHANGES).map(({ action, path }) => `${MARK[action]} ${path}`));
    if (changes.length > MOST_CHANGES) lines.push(`… and ${changes.length - MOST_CHANGES} more`);
  }
  if (result.failures.length === 0) {
    const counts = (['compiled', 'removed', 'kept'] as const).filter((name) => sources[name] > 0 || name === 'kept').map((name) => `${sources[name]} ${name}`);
    const would = options['dry-run'] ? ' (dry run, nothing written)' : options['check'] ? ' (up to date)' : '';
    lines.push(`${paint.green('✓')} ${paint.bold(result.project)}: ${counts.join(', ')} of ${sources.total} sources${would}; ${outputs.written} of ${outputs.total} outputs written, ${outputs.removed} removed; ${result.durationMs} ms`);
    const spent = timeSpent(result.phases);
    if (spent !== '') lines.push(paint.dim(`  ${spent}`));
  }
  return lines.map((line) => `${line}\n`).join('');
}
