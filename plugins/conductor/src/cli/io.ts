/** The outside of a command: given by the shell's process, by an Nx executor, or by a test. */
export interface Io {
  readonly cwd: string;
  readonly stdout: { write(text: string): void };
  readonly stderr: { write(text: string): void };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Standard output is a terminal. */
  readonly isTTY: boolean;
  /** Standard error is a terminal; asked only by runs that take long. */
  readonly stderrIsTTY?: boolean;
}

/** Colours as functions from text to text; without colour they give the text itself. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
}

/** Colour only on a terminal; NO_COLOR (no-color.org) and CI are honoured. */
export function paintFor(io: Io): Paint {
  const colour = io.isTTY && !io.env['NO_COLOR'] && !io.env['CI'] && io.env['TERM'] !== 'dumb';
  const style = (open: number, close: number) => (text: string) => (colour ? `\u001b[${open}m${text}\u001b[${close}m` : text);
  return { bold: style(1, 22), dim: style(2, 22), red: style(31, 39), green: style(32, 39), yellow: style(33, 39) };
}
