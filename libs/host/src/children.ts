import type { Child, ChildListener } from '@nx-conductor/core';

/** Time for Node.js to start on a busy machine. */
const START_MS = 30_000;

/** Starts a script of ours, which calls {@link answerParent}, as a process. It dies with this one, and says why when it ends by itself. */
export function startChild(script: string, listener: ChildListener): Child {
  // Loaded here: most runs start no process.
  const { fork } = require('node:child_process') as typeof import('node:child_process');
  const child = fork(script, [], { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  let silentMs: number | undefined;
  let [isReady, isOver] = [false, false];
  let timer: NodeJS.Timeout | undefined;
  const kill = (): void => void child.kill('SIGKILL');
  const watch = (): void => {
    clearTimeout(timer);
    timer = silentMs === undefined || isOver ? undefined : setTimeout(() => end('silent', `said nothing for ${silentMs} ms`), isReady ? silentMs : START_MS);
  };
  const end = (why: 'silent' | 'ended', reason: string): void => {
    if (isOver) return;
    close();
    listener.gone(why, reason);
  };
  const close = (): void => {
    isOver = true;
    clearTimeout(timer);
    process.removeListener('exit', kill);
    kill();
    keepAwake(false);
  };
  /** Whether this process waits for the child. */
  const keepAwake = (on: boolean): void => {
    const method = on ? 'ref' : 'unref';
    child[method]();
    child.channel?.[method]();
  };
  process.once('exit', kill);
  child.on('message', (message) => {
    if (isOver) return;
    const wasReady = isReady;
    isReady = true;
    watch();
    if (wasReady) listener.heard(message);
  });
  child.on('error', (error) => end('ended', error.message));
  child.on('exit', (code, signal) => end('ended', signal === null ? `ended with code ${code}` : `ended by ${signal}`));
  keepAwake(false);
  return {
    send: (message) => {
      // A child that is gone says so by itself.
      if (!isOver && child.connected) child.send(message as object, () => undefined);
    },
    expect(ms) {
      silentMs = ms;
      keepAwake(ms !== undefined && !isOver);
      watch();
    },
    close,
  };
}

/** What a child's script does: says that it is ready, and hears its parent, without which it ends. */
export function answerParent(begin: (say: (message: unknown) => void) => (message: unknown) => void): void {
  const say = (message: unknown): void => void process.send?.(message);
  const heard = begin(say);
  process.on('message', heard);
  process.on('disconnect', () => process.exit());
  say('ready');
}
