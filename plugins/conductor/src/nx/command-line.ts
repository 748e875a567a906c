import { OPTIONS, type Option } from '../cli/options';

/** Options of a task, as the executor's schema names them. */
export type ExecutorOptions = Readonly<Record<string, unknown>>;

/** The command line that does what an executor's options say: `{ dryRun: true, cache: false }` is `--dry-run --no-cache`. */
export function commandLine(command: string, project: string, options: ExecutorOptions): string[] {
  return [command, project, ...Object.entries(options).flatMap(([name, value]) => flags(name, value))];
}

/** Options that are on unless they are switched off. */
const NEGATABLE: ReadonlySet<string> = new Set(Object.values(OPTIONS).flatMap((options: readonly Option[]) => options.filter((option) => option.negatable).map((option) => option.name)));

function flags(name: string, value: unknown): string[] {
  const dashed = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.map((each) => `--${dashed}=${typeof each === 'string' ? each : JSON.stringify(each)}`);
  if (typeof value !== 'boolean') return [`--${dashed}=${String(value)}`];
  if (NEGATABLE.has(dashed)) return value ? [] : [`--no-${dashed}`];
  return value ? [`--${dashed}`] : [];
}
