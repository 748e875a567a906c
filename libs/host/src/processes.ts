import type { ChildProcessWithoutNullStreams } from 'node:child_process';

/** A program of others: where it is, what it is told, and what is added to this process's environment for it. */
interface Command {
  readonly executable: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

interface End {
  readonly code: number | null;
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
  readonly reason?: string;
}

/** The Node.js that runs this. */
export const node = { path: process.execPath, version: process.version };

/** Environment variables of this process. */
export const environment: Readonly<Record<string, string | undefined>> = process.env;

/** Version of Node, such as `v20.20.0`. */
export const nodeVersion = process.version;

/** Operating system and processor, as npm names packages for them. */
export const platform = `${process.platform}-${process.arch}`;

/** How many processors there are to work with. Asked only by runs that do work: `node:os` is loaded for it. */
export const processors = (): number => (require('node:os') as typeof import('node:os')).availableParallelism();

/** Processes of the operating system. A process that is open dies with this one, and does not keep it alive by itself. */
export const realProcesses = {
  /** Runs a program to its end; never rejects. */
  run(command: Command): Promise<End> {
    const stdout: Buffer[] = [];
    return new Promise((resolve) => {
      const child = start(command, { output: (bytes) => void stdout.push(bytes), end: (end) => resolve({ ...end, stdout: Buffer.concat(stdout) }) });
      child.stdin.end();
    });
  },

  /** Starts a program that is spoken to while it runs. */
  open(command: Command, listener: { output: (bytes: Uint8Array) => void; end: (end: End) => void }): { send(...parts: readonly Uint8Array[]): void; close(): void } {
    const child = start(command, listener);
    const kill = (): void => void child.kill('SIGKILL');
    process.once('exit', kill);
    child.once('close', () => process.removeListener('exit', kill));
    return {
      send(...parts) {
        child.stdin.cork();
        for (const part of parts) child.stdin.write(part);
        child.stdin.uncork();
      },
      close: kill,
    };
  },
};

function start(command: Command, listener: { output: (bytes: Buffer) => void; end: (end: End) => void }): ChildProcessWithoutNullStreams {
  const stderr: Buffer[] = [];
  let reason: string | undefined;
  // Loaded here: most runs start no process.
  const { spawn } = require('node:child_process') as typeof import('node:child_process');
  const child = spawn(command.executable, command.args, { cwd: command.cwd, env: { ...process.env, ...command.env }, windowsHide: true });
  child.stdout.on('data', listener.output);
  child.stderr.on('data', (bytes: Buffer) => void stderr.push(bytes));
  // A program that is gone closes its input; how it ended tells more than the write that failed.
  child.stdin.on('error', () => undefined);
  child.on('error', (error) => (reason = error.message));
  child.on('close', (code, signal) => {
    const why = reason ?? (signal === null ? undefined : `ended by ${signal}`);
    listener.end({ code: why === undefined ? code : null, stdout: new Uint8Array(), stderr: Buffer.concat(stderr), ...(why === undefined ? {} : { reason: why }) });
  });
  return child;
}
