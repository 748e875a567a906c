/**
 * Gives what empties the part of memory in which new values are made. That takes some milliseconds, whoever asks for it: a
 * process that waits does it then, and its next piece of work is not held up in the middle. Where the engine has no way to
 * ask, nothing happens. The way is the one that Node has (https://nodejs.org/api/cli.html#--expose-gc), without the flag.
 */
export function youngMemory(): () => void {
  let collect: Collect | undefined;
  return () => {
    collect ??= engineCollect();
    collect({ type: 'minor' });
  };
}

type Collect = (options: { readonly type: 'minor' }) => void;

function engineCollect(): Collect {
  const { setFlagsFromString } = require('node:v8') as typeof import('node:v8');
  const { runInNewContext } = require('node:vm') as typeof import('node:vm');
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('globalThis.gc');
  return typeof collect === 'function' ? (collect as Collect) : () => undefined;
}
