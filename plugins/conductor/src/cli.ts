import { runCli } from './run-cli';

/** The process around a command: its streams, its exit code, and a clean end when someone interrupts it. */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    process.stderr.write(`interrupted by ${signal}; nothing is half written\n`);
    process.exit(130);
  });
}
// A reader that went away (`conductor … | head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

runCli(process.argv.slice(2), { cwd: process.cwd(), stdout: process.stdout, stderr: process.stderr, env: process.env, isTTY: process.stdout.isTTY === true }).then(
  (code) => {
    // Not process.exit: a pipe may still have to be emptied.
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`This is a bug in Conductor: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 3;
  },
);
