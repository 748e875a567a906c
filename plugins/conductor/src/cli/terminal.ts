import type { Io } from './io';

/** A stream that text is written to. */
export interface TextStream {
  write(text: string): void;
}

/** The outside of a command as its options want it spoken to. */
export interface Terminal extends Io {
  /** For what is neither a result nor an error: warnings, who holds the project, how far a run is. Silent with `--quiet`. */
  readonly notes: TextStream;
  /** A screen whose last line may be written over; undefined for files, pipes and CI. */
  readonly moving: TextStream | undefined;
}

const SILENT: TextStream = { write: () => undefined };

/** The outside with the options `quiet` and `json` heeded. `log` gets a copy of everything, whatever the screen is told. */
export function terminalOf(io: Io, { quiet, json }: { readonly quiet: boolean; readonly json: boolean }, log?: TextStream): Terminal {
  const also = (screen: TextStream): TextStream => (log === undefined ? screen : { write: (text) => (screen.write(text), log.write(text)) });
  return {
    cwd: io.cwd,
    env: io.env,
    // Asked of the process only by what has colours or moves.
    get isTTY() {
      return io.isTTY;
    },
    stdout: also(quiet && !json ? SILENT : io.stdout),
    stderr: also(io.stderr),
    notes: also(quiet ? SILENT : io.stderr),
    get moving() {
      return !quiet && io.stderrIsTTY === true && !io.env['CI'] && io.env['TERM'] !== 'dumb' ? io.stderr : undefined;
    },
  };
}

/** Says who holds the project that a command waits for. */
export const tellHolder = ({ notes }: Terminal) => (holder: string): void => void notes.write(`another run holds this project (${holder}); waiting for it to end\n`);
