import { fstatSync, writeSync } from 'node:fs';

/** Standard output of the process as its owner writes it, while everybody else's goes to standard error. */
export interface OwnOutput {
  write(text: string): void;
  readonly isTTY: boolean;
  /** All that was written here and to standard error has left the process: neither needed a stream of Node's. */
  readonly isWritten: boolean;
}

const STDOUT = 1;

/**
 * Keeps standard output for the command: what a helper module prints there must not spoil a JSON document. Node's stream
 * is made only where it is needed (a terminal, a pipe that is full): making it takes longer than most of a short run.
 * A reader that went away (`conductor … | head`) is no failure of ours; anything else, such as a full disk, is told to `failed`.
 */
export function takeOutput(failed: (error: NodeJS.ErrnoException) => void): OwnOutput {
  const errors = hearErrors();
  const { get } = Object.getOwnPropertyDescriptor(process, 'stdout') as { get: () => NodeJS.WriteStream };
  Object.defineProperty(process, 'stdout', { configurable: true, enumerable: true, get: () => process.stderr });
  let stream: NodeJS.WriteStream | undefined;
  const ownStream = (): NodeJS.WriteStream => {
    if (stream) return stream;
    stream = get.call(process);
    stream.on('error', (error) => unlessReaderWent(error, failed));
    return stream;
  };
  const direct = !fstatSync(STDOUT).isCharacterDevice();
  return {
    write(text) {
      const rest = stream || !direct ? Buffer.from(text) : writeNow(Buffer.from(text), failed);
      if (rest.length > 0) ownStream().write(rest);
    },
    get isTTY() {
      return !direct && ownStream().isTTY === true;
    },
    get isWritten() {
      return stream === undefined && !errors.hasStream();
    },
  };
}

/** Writes to the descriptor, and gives what would have had to wait for a reader. */
function writeNow(bytes: Uint8Array, failed: (error: NodeJS.ErrnoException) => void): Uint8Array {
  let rest = bytes;
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(STDOUT, rest));
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

/** Who does not listen to standard error cannot be told; the run goes on, and its exit code says the rest. Its stream is made where it is needed, too. */
function hearErrors(): { hasStream(): boolean } {
  const { get } = Object.getOwnPropertyDescriptor(process, 'stderr') as { get: () => NodeJS.WriteStream };
  let stream: NodeJS.WriteStream | undefined;
  Object.defineProperty(process, 'stderr', { configurable: true, enumerable: true, get: () => (stream ??= get.call(process).on('error', () => undefined)) });
  return { hasStream: () => stream !== undefined };
}
