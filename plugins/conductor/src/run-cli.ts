import { join, relative } from 'node:path';
import { DiskError, exitCodeOf, type Failure } from '@nx-conductor/core';
import { chance, environment, every, findFiles, interruptible, loadFormatter, loadModule, mergeTexts, node, pause, realClock, realCommands, realDisk, realLocks, platform, processors, realProcesses, resolveModule, startChild, startThread, watchFolder, youngMemory } from '@nx-conductor/host';
import type { AskedOptimizations, Machine, Warm } from '@nx-conductor/run';
import type { Call } from './cli/call';
import { runDocument } from './cli/document';
import { failureText } from './cli/failures';
import { tellsDocument } from './cli/form';
import { paintFor, type Io } from './cli/io';
import type * as Later from './cli/later';
import type { CommandName } from './cli/options';
import { askedOptimizations } from './cli/optimizations';
import { commandMeant, parseCommandLine, type Invocation } from './cli/parse';
import { sourceLines } from './cli/source-line';
import { terminalOf, type TextStream } from './cli/terminal';
import { EDITION } from './edition';

const machine: Machine = { disk: realDisk, clock: realClock, locks: realLocks, processes: realProcesses, commands: realCommands, environment, node, platform, chance, processors, startThread: () => startThread(join(__dirname, 'compile-thread.js')), startLooker: () => startThread(join(__dirname, 'look-thread.js'), false), startJudge: (listener) => startChild(join(__dirname, 'judge-process.js'), listener), interruptible, pause, loadModule, resolveModule, mergeTexts, glob: findFiles, loadFormatter };

/** Each command is loaded when it is called: those that builds call, mostly to hear that nothing has changed, by themselves. */
const later = (choose: (commands: typeof Later) => (call: Call) => Promise<number>) => async (call: Call) => choose(await import('./cli/later'))(call);

const RUN: Readonly<Record<CommandName, (call: Call) => Promise<number>>> = {
  generate: async (call) => (await import('./cli/generate')).runGenerate(call),
  compile: async (call) => (await import('./cli/compile')).runCompile(call),
  typecheck: async (call) => (await import('./cli/typecheck')).runTypecheck(call),
  pipeline: async (call) => (await import('./cli/pipeline')).runPipelineCommand(call),
  validate: async (call) => (await import('./cli/validating')).runValidate(call),
  'cache-status': later((commands) => commands.runCacheStatus),
  'cache-clean': later((commands) => commands.runCacheClean),
  'cache-verify': later((commands) => commands.runCacheVerify),
  'manifest-status': later((commands) => commands.runManifestStatus),
  'manifest-verify': later((commands) => commands.runManifestVerify),
  'manifest-clean': later((commands) => commands.runManifestClean),
  'rules-list': async (call) => (await import('./cli/validating')).runRulesList(call),
  'rules-test': async (call) => (await import('./cli/validating')).runRulesTest(call),
  'rules-show': async (call) => (await import('./cli/validating')).runRulesShow(call),
  metrics: later((commands) => commands.runMetrics),
  report: later((commands) => commands.runReport),
  why: later((commands) => commands.runWhy),
  doctor: later((commands) => commands.runDoctor),
  completion: async (call) => (await import('./cli/helping')).runCompletion(call),
  guard: later((commands) => commands.runGuard),
};

/**
 * Runs one command line and gives its exit code: 0 done, 1 the work found something, 2 used wrongly, 3 a bug here.
 * What it writes goes to the given streams only; the process is left alone. `warm` is of a process that runs several.
 */
export async function runCli(argv: readonly string[], io: Io, warm?: Warm): Promise<number> {
  const parsed = parseCommandLine(argv);
  if (!parsed.ok) {
    const json = argv.includes('--json');
    const invocation: Invocation = { command: 'help', project: undefined, options: { json } };
    return callOf(invocation, io, commandMeant(argv), warm, {}).fail(parsed.failures, null);
  }
  const invocation = parsed.value;
  const { command } = invocation;
  if (command === 'help' || command === 'version') {
    io.stdout.write(command === 'version' ? `${EDITION.version}\n` : (await import('./cli/helping')).helpText(invocation.about));
    return 0;
  }
  const file = invocation.options['log-file'];
  const log = typeof file === 'string' ? (await import('./cli/later')).openLog(machine.disk, machine.clock, io.cwd, file, argv) : undefined;
  const asked = askedOptimizations(invocation, io.env);
  const call = callOf(invocation, io, command, warm, asked.ok ? asked.value : {}, log?.ok ? log.value : undefined);
  if (log && !log.ok) return call.fail(log.failures, null);
  const code = asked.ok ? await runCommand(command, call) : call.fail(asked.failures, null);
  if (log) log.value.end(code);
  return code;
}

async function runCommand(command: CommandName, call: Call): Promise<number> {
  try {
    return await RUN[command](call);
  } catch (error) {
    // What a command did not foresee is still a fact about the machine, and no bug; Node's complaints of its arguments are one.
    return error instanceof DiskError && !error.errno.startsWith('ERR_') ? call.fail([{ code: 'disk', place: { file: shownFrom(call.io.cwd, error.path) }, operation: error.operation, errno: error.errno }], null) : tellBug(call, error);
  }
}

/** A path as somebody in a folder would write it. */
function shownFrom(folder: string, path: string): string {
  const within = relative(folder, path);
  return within === '' || within.startsWith('..') ? path : within;
}

function callOf(invocation: Invocation, outside: Io, command: string, warm: Warm | undefined, optimizations: AskedOptimizations, log?: TextStream): Call {
  const started = machine.clock.elapsed();
  const json = tellsDocument(invocation);
  const io = terminalOf(outside, { quiet: invocation.options['quiet'] === true, json }, log);
  const complain: Call['complain'] = (failures, severity) => {
    if (failures.length > 0) (severity === 'warning' ? io.notes : io.stderr).write(failureText(failures, paintFor(io), sourceLines(machine.disk, io.cwd, invocation.project), severity));
  };
  const document = (project: string | null, failures: readonly Failure[], rest: object) => `${JSON.stringify(runDocument(command, { project, failures, durationMs: Math.round(machine.clock.elapsed() - started) }, rest))}\n`;
  return {
    io,
    invocation,
    machine,
    edition: EDITION,
    optimizations,
    watchFolder,
    rest: youngMemory(),
    every,
    warm,
    complain,
    fail(failures: readonly Failure[], project) {
      complain(failures);
      if (json) io.stdout.write(document(project, failures, {}));
      return exitCodeOf(failures);
    },
    tell(project, rest, text, failures = []) {
      // The text says it all; without it errors are told as errors.
      if (invocation.options['quiet'] || json) complain(failures);
      if (json) io.stdout.write(document(project, failures, rest));
      else io.stdout.write(`${text}\n`);
      return exitCodeOf(failures);
    },
  };
}

/** A bug is ours: say so, say where, and never let it look like the user's fault. */
function tellBug(call: Call, error: unknown): number {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  call.io.stderr.write(`This is a bug in Conductor ${EDITION.version}; nothing you did should cause it. Please report it with this text:\n${text}\n`);
  if (call.invocation.options['json']) {
    const message = error instanceof Error ? error.message : String(error);
    call.io.stdout.write(`${JSON.stringify({ schema: 1, command: call.invocation.command, project: call.invocation.project ?? null, ok: false, durationMs: 0, error: { code: 'bug', message } })}\n`);
  }
  return 3;
}
