import { resolve } from 'node:path';
import { DiskError, exitCodeOf, replaceFile, type Failure } from '@nx-conductor/core';
import { findProject, keepJury, lookAhead, lookOver, recollect, validateProject, type Ahead, type KeptJury, type ValidateOptions, type ValidateRun } from '@nx-conductor/run';
import { annotationsOf } from './annotations';
import type { Call } from './call';
import { runDocument } from './document';
import { failureJson } from './failures';
import { formOf, type Telling } from './form';
import { paintFor, type Paint } from './io';
import { editLine, findingJson, outcomeJson, tellJudgement } from './judged';
import { profiled, type Profile } from './profiled';
import { sarifOf } from './sarif';
import { plural } from './store-commands';
import { timeSpent } from './time-spent';
import { workOptions } from './work-options';

/** `conductor validate`. */
export async function runValidate(call: Call): Promise<number> {
  const { io, invocation, machine, edition } = call;
  const form = formOf<Form>(call);
  if (!form.ok) return call.fail(form.failures, invocation.project ?? null);
  const project = await findProject(machine, io.cwd, invocation.project);
  if (!project.ok) return call.fail(project.failures, invocation.project ?? null);
  const profile = await profiled(call);
  if (!profile.ok) return call.fail(profile.failures, project.value.name);
  const asked = optionsOf(call, profile.value);
  const run = (jury?: KeptJury, watched: Pick<ValidateOptions, 'recollection' | 'heard' | 'ahead'> = {}) => validateProject(machine, edition, project.value, { ...asked, ...watched, jury });
  const tell = (result: ValidateRun): number => tellValidate(result, call, form.value);
  if (invocation.options['watch'] !== true) return profile.value.exitCode(tell(await run(call.warm?.jury(() => keepJury(machine)))));
  const { watchCommand } = await import('./later');
  const jury = keepJury(machine);
  const recollection = recollect();
  let ahead: Ahead | undefined;
  try {
    return await watchCommand(call, project.value, {
      run(heard) {
        const found = ahead;
        ahead = undefined;
        return run(jury, { recollection, heard, ahead: found });
      },
      // Without a cache each run looks at everything by itself.
      ahead: (heard) => void (ahead = asked.cache === false ? undefined : lookAhead(machine, edition, project.value, recollection, jury, heard, ahead)),
      later: () => lookOver(machine, edition, project.value, asked, recollection, jury),
      didSomething: ({ files, changed }) => files.judged > 0 || (changed?.size ?? 0) > 0,
      ran: (result) => void tell(result),
    });
  } finally {
    jury.close();
  }
}

type Form = 'text' | 'json' | 'sarif' | 'github';

function optionsOf(call: Call, profile: Profile): ValidateOptions {
  const { options } = call.invocation;
  return {
    ...workOptions(call, profile),
    fix: options['fix'] === true,
    strict: options['strict'] === true,
    files: (options['files'] ?? []) as readonly string[],
  };
}

/** Tells what a run came to, as the options ask, and gives the exit code. */
export function tellValidate(result: ValidateRun, call: Call, { form, file }: Telling<Form> = { form: 'text', file: undefined }): number {
  const { io, invocation } = call;
  const paint = paintFor(io);
  call.complain(result.warnings, 'warning');
  if (result.diffs.length > 0) io.stderr.write(result.diffs.map((diff) => `${diff.trimEnd()}\n`).join(''));
  const news = newsOf(result);
  tellJudgement(io, news, paint);
  const others = result.findings.length - news.findings.length;
  if (others > 0) io.notes.write(paint.dim(`… and ${plural(others, 'finding', 'findings')} in files whose verdicts are as they were\n`));
  // The runner of GitHub Actions reads both streams; of these only one can hold a document.
  if (io.env['GITHUB_ACTIONS'] === 'true' && (form !== 'github' || file !== undefined)) io.stderr.write(annotationsOf(result.findings, result.outcomes));
  call.complain(result.failures);
  const content = contentOf(result, call, form, paint);
  const late = file === undefined ? undefined : write(call, file, content);
  if (file === undefined) io.stdout.write(content);
  else io.stdout.write(invocation.options['json'] === true ? `${JSON.stringify(validateJson(result, call))}\n` : validateText(result, call, paint));
  if (late) call.complain([late]);
  return exitCodeOf(late ? [...result.failures, late] : result.failures);
}

/** What is told of files: in a watch, after its first run, of those with another verdict; the document has all. */
function newsOf({ findings, outcomes, changed }: ValidateRun): Pick<ValidateRun, 'findings' | 'outcomes'> {
  if (changed === undefined) return { findings, outcomes };
  const isNew = ({ file }: { readonly file: string }) => changed.has(file);
  return { findings: findings.filter(isNew), outcomes: outcomes.filter(isNew) };
}

function contentOf(result: ValidateRun, call: Call, form: Form, paint: Paint): string {
  if (form === 'json') return `${JSON.stringify(validateJson(result, call))}\n`;
  if (form === 'sarif') return `${JSON.stringify(sarifOf(result, call.edition))}\n`;
  return form === 'github' ? annotationsOf(result.findings, result.outcomes) : validateText(result, call, paint);
}

function write({ machine }: Call, file: string, content: string): Failure | undefined {
  try {
    machine.disk.makeDirectory(resolve(file, '..'));
    replaceFile(machine.disk, file, content);
    return undefined;
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
    return { code: 'disk', place: { file: error.path }, operation: error.operation, errno: error.errno };
  }
}

/** The document of `validate --json`. */
export function validateJson(result: ValidateRun, call: Call): object {
  const { options } = call.invocation;
  const { phases, files, findings, suppressed, outcomes, why, fixed } = result;
  const warning = failureJson(result.warnings);
  return runDocument('validate', result, {
    phases,
    files,
    findings: findings.map(findingJson),
    outcomes: outcomes.map(outcomeJson),
    suppressed: suppressed.map(findingJson),
    why,
    ...(fixed === undefined ? {} : { fixed: { ...fixed, overlapping: fixed.overlapping.map(findingJson) } }),
    ...(options['fix'] && (options['dry-run'] || options['check']) ? { plan: result.steps.map(({ path, action }) => ({ path, action })) } : {}),
    ...(warning === undefined ? {} : { warning }),
  });
}

function validateText(result: ValidateRun, call: Call, paint: Paint): string {
  const { options } = call.invocation;
  const { files, findings, suppressed, why } = result;
  const lines = options['explain'] === true ? [...why.map(({ file, reason }) => `${file}  ${paint.dim(reason)}`), ...suppressed.map(({ file, line, rule, message }) => `${file}:${line}  ${paint.dim(`a comment holds back ${rule}: ${message}`)}`)] : [];
  if (options['explain'] === true) lines.push(...(result.fixed?.edits ?? []).map((edit) => editLine(edit, paint)));
  lines.push(...fixedLines(result, paint, options['check'] !== true && options['dry-run'] !== true));
  if (result.failures.length === 0) {
    const counts = (['rejected', 'uncertain', 'approved'] as const).filter((name) => files[name] > 0 || name === 'approved').map((name) => `${files[name]} ${name}`);
    const others = findings.length > 0 ? `; ${plural(findings.length, 'finding', 'findings')}` : '';
    const held = suppressed.length > 0 ? `; ${suppressed.length} held back` : '';
    lines.push(`${paint.green('✓')} ${paint.bold(result.project)}: ${counts.join(', ')} of ${plural(files.total, 'file', 'files')}; ${files.judged} judged${others}${held}; ${result.durationMs} ms`);
    const spent = timeSpent(result.phases);
    if (spent !== '') lines.push(paint.dim(`  ${spent}`));
  }
  return lines.map((line) => `${line}\n`).join('');
}

function fixedLines({ fixed, steps }: ValidateRun, paint: Paint, writes: boolean): string[] {
  if (!fixed) return [];
  const recorded = fixed.recorded.join(', ');
  return [
    ...steps.map(({ path, action }) => `${action === 'create' ? '+' : action === 'remove' ? '-' : '~'} ${path}`),
    ...(fixed.files.length > 0 ? [`mended ${plural(fixed.files.length, 'file', 'files')}: ${fixed.files.slice(0, 20).join(', ')}${fixed.files.length > 20 ? ', …' : ''}`] : []),
    ...(fixed.recorded.length > 0 ? [writes ? `conductor.json: "rules.fix" has ${recorded} from now on, so that every run mends the same` : `conductor.json: "rules.fix" would have ${recorded}`] : []),
    ...fixed.overlapping.map(({ file, line, column, rule }) => `${paint.yellow('not mended')} ${file}:${line}:${column}: the edit of ${rule} lies in the way of another; run again`),
    ...fixed.regenerate.map((file) => `${paint.yellow('regenerate')} ${file}: no edit mends it; mend what makes it`),
  ];
}
