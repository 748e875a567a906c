import { basename, delimiter, join } from 'node:path';
import { contentOf, digestOf, done, failed, type CommandEnd, type Failure, type LaidFile, type Outcome } from '@nx-conductor/core';
import type { CommandJob, PlannedCommand, Prepared, RenderedFile } from '@nx-conductor/generate';
import type { Run } from '../generate/run';
import { micro } from '../records/record';
import { findProgram, programFolders } from './programs';
import { readResult, writeResult } from './results';
import { linkedPackages, placeInScratch, projectInScratch } from './surroundings';

/** A command job that must be done. */
export interface Wanted {
  readonly job: CommandJob;
  readonly prepared: Prepared;
}

/**
 * Does command jobs, some at a time, and gives what each made in the order of the jobs. A result that the store has is
 * taken from there. The first that fails ends the others, and they give nothing; with `keepGoing` all are tried.
 */
export async function executeAll(run: Run, wanted: readonly Wanted[], ended: (ok: boolean) => void): Promise<Outcome<readonly (readonly RenderedFile[])[]>> {
  if (wanted.length === 0) return done([]);
  const { default: pLimit } = await import('p-limit');
  const limit = pLimit(Math.max(1, run.options.parallel));
  const stop = new AbortController();
  const failures = new Map<CommandJob, readonly Failure[]>();
  const made = await Promise.all(
    wanted.map(({ job, prepared }) =>
      limit(async () => {
        if (stop.signal.aborted) return [];
        const outcome = await execute(run, job, prepared, stop.signal);
        if (outcome === undefined) return [];
        ended(outcome.ok);
        if (outcome.ok) return outcome.value;
        failures.set(job, outcome.failures);
        if (!run.options.keepGoing) stop.abort();
        return [];
      }),
    ),
  );
  return failures.size > 0 ? failed(...wanted.flatMap(({ job }) => failures.get(job) ?? [])) : done(made);
}

/** Undefined for one that was stopped. */
async function execute(run: Run, job: CommandJob, { command, folder }: Prepared, stop: AbortSignal): Promise<Outcome<readonly RenderedFile[]> | undefined> {
  if (command === undefined) return done([]);
  const placed = (files: readonly RenderedFile[]) => done(files.map(({ path, content }) => ({ path: folder === '' ? path : `${folder}/${path}`, content })));
  const at = run.record.at();
  const told = (stored: boolean, exitCode: number | null) => run.record.tell({ event: 'command', job: job.id, program: basename(command.program), at, ms: micro(run.record.at() - at), stored, exitCode });
  const stored = readResult(run.cache.results, command.key);
  if (stored) {
    told(true, null);
    return placed(stored);
  }
  const end = await start(run, job, command, stop);
  told(false, end.broken === undefined ? end.code : null);
  if (end.broken === 'stopped') return undefined;
  const files = judgeEnd(run, job, command, end);
  if (!files.ok) return files;
  writeResult(run.cache.results, command.key, files.value);
  return placed(files.value);
}

function start(run: Run, job: CommandJob, command: PlannedCommand, stop: AbortSignal): Promise<CommandEnd> {
  const { machine, project } = run;
  const files = command.files.flatMap((file): LaidFile[] => {
    const [path, bytes] = [placeInScratch(project, file), run.reader.bytes(file.path)];
    return path === undefined || bytes === undefined ? [] : [{ path, bytes }];
  });
  const granted = command.env.flatMap((name) => (machine.environment[name] === undefined ? [] : [[name, machine.environment[name]] as const]));
  return machine.commands.run(
    {
      // It was there a moment ago, when the job was resolved.
      program: findProgram(machine, project, run.reader, command.program)?.path ?? command.program,
      args: command.args.map((argument) => argument.replaceAll('{pattern}', job.folder)),
      env: { PATH: programFolders(machine, project).join(delimiter), TZ: 'UTC', NO_COLOR: '1', ...Object.fromEntries(granted) },
      files,
      links: linkedPackages(machine, project),
      cwd: projectInScratch(project),
      timeoutMs: command.timeoutMs,
      log: logOf(run, job),
    },
    stop,
  );
}

/** For what the command of a job says: beside the record of the run, and gone with it. A run that writes nothing keeps none. */
function logOf({ record, project, options }: Run, { id }: CommandJob): string | undefined {
  if (record.id === '' || options.check || options.dryRun) return undefined;
  // The id for people, its digest because two of them may be the same without what a name cannot have.
  return join(project.conductor, 'runs', record.id, `${id.replace(/[^\w.-]+/g, '-').slice(0, 80)}-${digestOf(id).slice(0, 8)}.log`);
}

/** What a command left, or why that cannot be used. */
function judgeEnd(run: Run, job: CommandJob, command: PlannedCommand, end: CommandEnd): Outcome<readonly RenderedFile[]> {
  const said = [basename(command.program), ...command.args].join(' ');
  const log = logOf(run, job);
  const broken = (reason: string): Outcome<never> => failed({ code: 'command-failed', place: { file: job.file }, job: job.id, command: said, reason, output: end.tail, ...(log === undefined || end.tail === '' ? {} : { log: run.project.shown(log) }) });
  if (end.broken === 'timeout') return broken(`it was ended after ${command.timeoutMs / 1000} s, its "timeout"`);
  if (end.broken === 'not started') return broken(`it could not be started: ${end.reason}`);
  if (end.code !== 0) return broken(end.code === null ? `it was ended by ${end.reason}` : `exit code ${end.code}`);
  if (end.odd[0] !== undefined) return broken(`${end.odd[0]} in {out} is no regular file`);
  if (end.files.length === 0) return broken('it left nothing in {out}');
  return done(end.files.map(({ path, bytes }) => ({ path, content: contentOf(bytes) })));
}
