import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { NxWorkspace } from '@nx-conductor/testkit/nx';

/** What a run of a command that stays has told. */
export interface Told {
  readonly ok: boolean;
  readonly jobs: { readonly ran: number };
  readonly error?: { readonly code: string };
}

/** A command that stays, and the documents that it prints. */
export interface Staying {
  readonly child: ChildProcess;
  /** The next document; waits for it. */
  next(): Promise<Told>;
  /** Documents that nobody has taken. */
  more(): number;
}

/** Starts a command with `--watch --json` in a workspace. */
export function startStaying(workspace: NxWorkspace, args: readonly string[]): Staying {
  const child = spawn(process.execPath, [join(workspace.root, 'node_modules/@nx-conductor/plugin/bin/conductor.js'), ...args], { cwd: workspace.root, env: { PATH: process.env['PATH'] ?? '', HOME: join(workspace.root, '.home') }, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: Told[] = [];
  const waiting: ((told: Told) => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    const told = JSON.parse(line) as Told;
    const wake = waiting.shift();
    if (wake) wake(told);
    else lines.push(told);
  });
  return { child, more: () => lines.length, next: () => (lines.length > 0 ? Promise.resolve(lines.shift() as Told) : new Promise((resolve) => waiting.push(resolve))) };
}
