import { fstatSync, writeSync } from 'node:fs';

/** Standard output of the process as its owner writes it, while everybody else's goes to standard error. */
export interface OwnOutput {
  write(text: string): void;
  readonly isTTY: boolean;
}

const STDOUT = 1;

/**
 * Keeps standard output for the command: what a helper module prints there must not spoil a JSON document. Node's stream
 * is made only where it is needed (a terminal, a pipe that is full): making it takes longer than most of a short run.
 */
export function takeOutput(): OwnOutput {
  const { get } = Object.getOwnPropertyDescriptor(process, 'stdout') as { get: () => NodeJS.WriteStream };
  Object.defineProperty(process, 'stdout', { configurable: true, enumerable: true, get: () => process.stderr });
  let stream: NodeJS.WriteStream | undefined;
  const ownStream = (): NodeJS.WriteStream => {
    if (stream) return stream;
    stream = get.call(process);
    stream.on('error', unlessReaderWent);
    return stream;
  };
  const direct = !fstatSync(STDOUT).isCharacterDevice();
  return {
    write(text) {
      const rest = stream || !direct ? Buffer.from(text) : writeNow(Buffer.from(text));
      if (rest.length > 0) ownStream().write(rest);
    },
    get isTTY() {
      return !direct && ownStream().isTTY === true;
    },
  };
}

/** Writes to the descriptor, and gives what would have had to wait for a reader. */
function writeNow(bytes: Uint8Array): Uint8Array {
  let rest = bytes;
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(STDOUT, rest));
    return rest;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return rest;
    unlessReaderWent(error as NodeJS.ErrnoException);
    return new Uint8Array();
  }
}

/** A reader that went away (`conductor … | head`) is no failure of ours. */
function unlessReaderWent(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
