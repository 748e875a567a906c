import { runCli } from './run-cli';

/** The process around a command: its streams, its exit code, and a clean end when someone interrupts it. */
let finished = false;

// Standard output is the command's own: what a helper module prints there must not spoil a JSON document.
const print = process.stdout.write.bind(process.stdout) as (text: string) => boolean;
process.stdout.write = process.stderr.write.bind(process.stderr) as typeof process.stdout.write;

// A helper module that ends the process must not look like success.
process.on('exit', () => {
  if (finished) return;
  const message = 'a helper module or template ended the process (process.exit); expected one that only returns values; nothing was written';
  process.stderr.write(`error[helpers-failed] ${message}\n`);
  if (process.argv.includes('--json')) print(`${JSON.stringify({ schema: 1, command: process.argv[2] ?? '', project: null, ok: false, durationMs: Math.round(performance.now()), error: { code: 'helpers-failed', message } })}\n`);
  process.exitCode = 2;
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    finished = true;
    process.stderr.write(`interrupted by ${signal}; nothing is half written\n`);
    process.exit(130);
  });
}
// A reader that went away (`conductor … | head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

runCli(process.argv.slice(2), { cwd: process.cwd(), stdout: { write: (text) => void print(text) }, stderr: process.stderr, env: process.env, isTTY: process.stdout.isTTY === true }).then(
  (code) => {
    finished = true;
    // Not process.exit: a pipe may still have to be emptied.
    process.exitCode = code;
  },
  (error: unknown) => {
    finished = true;
    process.stderr.write(`This is a bug in Conductor: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 3;
  },
);
