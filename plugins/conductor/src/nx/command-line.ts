import { OPTIONS, type CommandName, type Option } from '../cli/options';

/** Options of a task, as the executor's schema names them. */
export type ExecutorOptions = Readonly<Record<string, unknown>>;

/**
 * The command line that does what an executor's options say: `{ dryRun: true, cache: false }` is `--dry-run --no-cache`. Nx puts
 * in what is the default of an option that nobody gave, and to give one can mean something: `--json` goes with no other format.
 */
export function commandLine(command: string, project: string, options: ExecutorOptions): string[] {
  const known: readonly Option[] = Object.hasOwn(OPTIONS, command) ? OPTIONS[command as CommandName] : [];
  const isDefault = (name: string, value: unknown) => value !== undefined && known.some((option) => option.type !== 'boolean' && option.name === dashed(name) && option.default === value);
  return [command, project, ...Object.entries(options).flatMap(([name, value]) => (isDefault(name, value) ? [] : flags(dashed(name), value)))];
}

const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Options that are on unless they are switched off. */
const NEGATABLE: ReadonlySet<string> = new Set(Object.values(OPTIONS).flatMap((options: readonly Option[]) => options.filter((option) => option.negatable).map((option) => option.name)));

function flags(name: string, value: unknown): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.map((each) => `--${name}=${typeof each === 'string' ? each : JSON.stringify(each)}`);
  if (typeof value !== 'boolean') return [`--${name}=${String(value)}`];
  if (NEGATABLE.has(name)) return value ? [] : [`--no-${name}`];
  return value ? [`--${name}`] : [];
}
