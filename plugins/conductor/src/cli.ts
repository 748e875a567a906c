import { takeOutput } from '@nx-conductor/host';
import { failureText } from './cli/failures';
import { paintFor, type Io } from './cli/io';
import { runCli } from './run-cli';

/** The process around a command: its streams, its exit code, and a clean end when someone interrupts it. */
let finished = false;

let unwritten = false;

const output = takeOutput(({ code = 'EIO' }) => {
  if (unwritten) return;
  unwritten = true;
  process.exitCode ||= 1;
  io.stderr.write(failureText([{ code: 'disk', place: { file: 'standard output' }, operation: 'write', errno: code }], paintFor(io), () => undefined));
});

// A helper module that ends the process must not look like success.
process.on('exit', () => {
  if (finished) return;
  const message = 'a helper module or template ended the process (process.exit); expected one that only returns values; nothing was written';
  process.stderr.write(`error[helpers-failed] ${message}\n`);
  if (process.argv.includes('--json')) output.write(`${JSON.stringify({ schema: 1, command: process.argv[2] ?? '', project: null, ok: false, durationMs: Math.round(process.uptime() * 1000), error: { code: 'helpers-failed', message } })}\n`);
  process.exitCode = 2;
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    finished = true;
    // A line that moves may stand there, and `^C` behind it.
    process.stderr.write(`${process.stderr.isTTY ? '\r\u001b[2K' : ''}interrupted by ${signal}; nothing is half written\n`);
    process.exit(130);
  });
}

const io: Io = {
  cwd: currentFolder(),
  stdout: output,
  stderr: output.errors,
  env: process.env,
  get isTTY() {
    return output.isTTY;
  },
  get stderrIsTTY() {
    return output.errors.isTTY;
  },
};

runCli(process.argv.slice(2), io).then(
  (code) => {
    finished = true;
    process.exitCode = code || Number(unwritten);
    setImmediate(leave);
  },
  (error: unknown) => {
    finished = true;
    process.stderr.write(`This is a bug in Conductor: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 3;
  },
);

/**
 * Ends the process where it would end by itself: then Node.js does not take its memory apart first, which takes as long as looking
 * at some hundred files. A pipe may still have to be emptied, something may be awaited: then it ends in its own time.
 */
function leave(): void {
  if (output.isWritten && process.getActiveResourcesInfo().length === 0 && process.listenerCount('beforeExit') === 0) process.exit();
}

/** Of a folder that was removed there is only what the shell called it: a project is not found there, or is again. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch (error) {
    const called = process.env['PWD'];
    if (called === undefined) throw error;
    // Libraries ask for it too, and must be given one.
    if (!enters(called)) process.chdir('/');
    return called;
  }
}

function enters(folder: string): boolean {
  try {
    process.chdir(folder);
    return true;
  } catch {
    return false;
  }
}
