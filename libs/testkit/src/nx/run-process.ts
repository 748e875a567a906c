import { execFile } from 'node:child_process';

/** What a process came to. */
export interface Ran {
  /** Exit code; -1 when a signal ended it. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Both streams, standard output first: for assertions that do not care which. */
  readonly text: string;
}

/** Most milliseconds that a process of a test may take: a machine that is busy is no failure. */
const MOST_MS = 120_000;

/** Runs a program with exactly this environment, and no standard input. Never rejects. */
export function runProcess(file: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>>): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(file, [...args], { cwd, env: { ...env }, timeout: MOST_MS, killSignal: 'SIGKILL', maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, stdout, stderr, text: stdout + stderr });
    });
    child.stdin?.end();
  });
}
