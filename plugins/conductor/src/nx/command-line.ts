/** Options of a task, as the executor's schema names them. */
export type ExecutorOptions = Readonly<Record<string, unknown>>;

/** The command line that does what an executor's options say: `{ dryRun: true, cache: false }` is `--dry-run --no-cache`. */
export function commandLine(command: string, project: string, options: ExecutorOptions): string[] {
  return [command, project, ...Object.entries(options).flatMap(([name, value]) => flag(name, value) ?? [])];
}

function flag(name: string, value: unknown): string | undefined {
  const dashed = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  if (value === undefined || value === null) return undefined;
  if (name === 'cache') return value === false ? '--no-cache' : undefined;
  if (typeof value === 'boolean') return value ? `--${dashed}` : undefined;
  return `--${dashed}=${String(value)}`;
}
