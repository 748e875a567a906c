/** One option of a command. `--help`, the parser and the executors' schemas tell the same because they read this. */
export interface Option {
  readonly name: string;
  readonly type: 'boolean' | 'number' | 'string';
  readonly description: string;
  /** What `--help` shows in place of the value. */
  readonly value?: string;
  readonly values?: readonly string[];
  readonly default?: boolean | number | string;
  /** A boolean that is true by default is switched off by `--no-<name>`. */
  readonly negatable?: boolean;
}

const json: Option = { name: 'json', type: 'boolean', description: 'Print exactly one JSON document on standard output; everything else goes to standard error' };
const dryRun: Option = { name: 'dry-run', type: 'boolean', description: 'Write nothing; print the plan' };
const onConflict: Option = {
  name: 'on-conflict',
  type: 'string',
  value: 'fail|keep|overwrite|merge',
  values: ['fail', 'keep', 'overwrite', 'merge'],
  description: 'What to do with an artifact that was edited by hand, or a file that was never ours; wins over conductor.json',
};

/** Options by command. */
export const OPTIONS = {
  generate: [
    { name: 'check', type: 'boolean', description: 'Write nothing; exit 1 and show the diff and the command that repairs it if anything would change' },
    dryRun,
    { name: 'explain', type: 'boolean', description: 'For every job that ran, print the reason with its values' },
    json,
    { name: 'cache', type: 'boolean', default: true, negatable: true, description: 'Use what earlier runs left in the store; --no-cache neither reads nor writes it' },
    { name: 'watch', type: 'boolean', description: 'Stay, and run again whenever an input changes; Ctrl-C ends it. With --json one document for each run, one a line' },
    { name: 'force', type: 'boolean', description: 'Run every job, whatever is known of it' },
    { name: 'parallel', type: 'number', value: 'N', description: 'Most things done at a time; the number of processors when absent' },
    onConflict,
  ],
  'cache-status': [{ name: 'verify', type: 'boolean', description: 'Read every entry; damaged ones are removed and reported' }, json],
  'cache-clean': [
    { name: 'max-entries', type: 'number', value: 'N', description: 'Keep at most this many entries, the most recently used' },
    { name: 'max-age-days', type: 'number', value: 'N', description: 'Keep only entries used in the last N days' },
    { name: 'max-megabytes', type: 'number', value: 'N', description: 'Keep at most this many megabytes (10^6 bytes), the most recently used' },
    dryRun,
    json,
  ],
  'manifest-status': [json],
  'manifest-clean': [dryRun, onConflict, json],
  why: [json],
  guard: [],
} as const satisfies Record<string, readonly Option[]>;

export type CommandName = keyof typeof OPTIONS;
