import { fstatSync, writeSync } from 'node:fs';

/** Standard output of the process as its owner writes it, while everybody else's goes to standard error. */
export interface OwnOutput {
  write(text: string): void;
  /** Standard error, which others may write to as well. */
  readonly errors: { write(text: string): void; readonly isTTY: boolean };
  readonly isTTY: boolean;
  /** All that was written here and to standard error has left the process: neither needed a stream of Node's. */
  readonly isWritten: boolean;
}

const STDOUT = 1;
const STDERR = 2;

/**
 * Keeps standard output for the command: what a helper module prints there must not spoil a JSON document. Node's streams
 * are made only where they are needed (a terminal, a pipe that is full): making one takes longer than most of a short run.
 * A reader that went away (`conductor … | head`) is no failure of ours; anything else, such as a full disk, is told to `failed`.
 * Who does not listen to standard error cannot be told; the run goes on, and its exit code says the rest.
 */
export function takeOutput(failed: (error: NodeJS.ErrnoException) => void): OwnOutput {
  const out = outletOf('stdout', STDOUT, failed);
  const errors = outletOf('stderr', STDERR, () => undefined);
  const define = (name: string, get: () => NodeJS.WriteStream): void => void Object.defineProperty(process, name, { configurable: true, enumerable: true, get });
  define('stderr', errors.stream);
  define('stdout', errors.stream);
  return {
    write: out.write,
    errors,
    get isTTY() {
      return out.isTTY;
    },
    get isWritten() {
      return !out.hasStream() && !errors.hasStream();
    },
  };
}

/** A way out of the process. */
interface Outlet {
  write(text: string): void;
  /** Made when it is first asked for; from then on everything goes through it, in order. */
  stream(): NodeJS.WriteStream;
  hasStream(): boolean;
  readonly isTTY: boolean;
}

function outletOf(name: 'stdout' | 'stderr', descriptor: number, failed: (error: NodeJS.ErrnoException) => void): Outlet {
  const { get } = Object.getOwnPropertyDescriptor(process, name) as { get: () => NodeJS.WriteStream };
  const direct = !fstatSync(descriptor).isCharacterDevice();
  let made: NodeJS.WriteStream | undefined;
  const stream = (): NodeJS.WriteStream => {
    if (made) return made;
    made = get.call(process);
    made.on('error', (error) => unlessReaderWent(error, failed));
    return made;
  };
  return {
    write(text) {
      const rest = made || !direct ? Buffer.from(text) : writeNow(descriptor, Buffer.from(text), failed);
      if (rest.length > 0) stream().write(rest);
    },
    stream,
    hasStream: () => made !== undefined,
    get isTTY() {
      return !direct && stream().isTTY === true;
    },
  };
}

/** Writes to the descriptor, and gives what would have had to wait for a reader. */
function writeNow(descriptor: number, bytes: Uint8Array, failed: (error: NodeJS.ErrnoException) => void): Uint8Array {
  let rest = bytes;
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
    return rest;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return rest;
    unlessReaderWent(error as NodeJS.ErrnoException, failed);
    return new Uint8Array();
  }
}

function unlessReaderWent(error: NodeJS.ErrnoException, failed: (error: NodeJS.ErrnoException) => void): void {
  if (error.code !== 'EPIPE') failed(error);
}
