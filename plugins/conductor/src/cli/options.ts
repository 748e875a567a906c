/** One option of a command. `--help`, the parser and the executors' schemas tell the same because they read this. */
export interface Option {
  readonly name: string;
  /** A list is given by naming the option more than once. */
  readonly type: 'boolean' | 'integer' | 'number' | 'string' | 'list';
  readonly description: string;
  /** What `--help` shows in place of the value. */
  readonly value?: string;
  readonly values?: readonly string[];
  readonly default?: boolean | number | string;
  /** Of a number: 0 when absent. */
  readonly least?: number;
  /** A text that may be all digits, of which Nx makes a number. */
  readonly numeric?: boolean;
  /** A boolean that is true by default is switched off by `--no-<name>`. */
  readonly negatable?: boolean;
  /** What `--no-<name>` stands for, of an option that takes a number. */
  readonly off?: number;
  /** Elements of a list may be objects (on the command line in JSON): their keys, each with whether it must be there. */
  readonly keys?: Readonly<Record<string, { readonly required: boolean; readonly description: string; readonly list?: boolean }>>;
}

const json: Option = { name: 'json', type: 'boolean', description: 'Print exactly one JSON document on standard output; everything else goes to standard error' };
const quiet: Option = { name: 'quiet', type: 'boolean', description: 'Print nothing but errors; with --json the document all the same' };
const logFile: Option = {
  name: 'log-file',
  type: 'string',
  value: 'FILE',
  description: 'Append what is told to a file too, without colour, with the command line before it and the exit code after it; --quiet silences only the screen',
};

/** How a command tells what it has to tell. */
const telling = [json, quiet, logFile] as const;

const dryRun: Option = { name: 'dry-run', type: 'boolean', description: 'Write nothing; print the plan' };
const onConflict: Option = {
  name: 'on-conflict',
  type: 'string',
  value: 'fail|keep|overwrite|merge',
  values: ['fail', 'keep', 'overwrite', 'merge'],
  description: 'What to do with an artifact that was edited by hand, or a file that was never ours; wins over conductor.json',
};

const tsConfig: Option = { name: 'ts-config', type: 'string', value: 'FILE', description: 'tsconfig to go by; wins over conductor.json, and is tsconfig.lib.json or else tsconfig.json of the project when neither names one' };
const compileForce: Option = { name: 'force', type: 'boolean', description: 'Compile every source, whatever is known of it' };
const watch: Option = { name: 'watch', type: 'boolean', description: 'Stay, and run again whenever an input changes; Ctrl-C ends it. With --json one document for each run, one a line' };
const parallel: Option = { name: 'parallel', type: 'integer', least: 1, off: 1, value: 'N', description: 'Most things done at a time; the number of processors when absent, with --no-parallel 1' };
const incremental: Option = { name: 'incremental', type: 'boolean', default: true, negatable: true, description: 'Do only what changed; --no-incremental does everything, as --force does' };
const templateCache: Option = { name: 'template-cache', type: 'boolean', default: true, negatable: true, description: 'Use templates that earlier runs compiled; --no-template-cache compiles each anew' };

const keepGoing: Option = { name: 'keep-going', type: 'boolean', description: 'Try every command of the patterns although one has failed, to hear of all that fail; nothing is written then either' };

const profile: Option = { name: 'profile', type: 'string', value: 'FILE', description: 'Write a trace of the run, with a span for each phase, job and command, that chrome://tracing and ui.perfetto.dev open' };
const record: Option = { name: 'record', type: 'boolean', default: true, negatable: true, description: 'Leave a record of the run in .conductor/runs, for metrics and report; --no-record leaves none' };
const last: Option = { name: 'last', type: 'integer', least: 1, value: 'N', description: 'Look at the last N runs only; at all that are recorded when absent' };
const all: Option = { name: 'all', type: 'boolean', description: 'Look at the runs of every project of the workspace' };

/** Options by command. */
export const OPTIONS = {
  generate: [
    { name: 'check', type: 'boolean', description: 'Write nothing; exit 1 and show the diff and the command that repairs it if anything would change' },
    dryRun,
    { name: 'explain', type: 'boolean', description: 'For every job that ran, print the reason with its values' },
    ...telling,
    { name: 'cache', type: 'boolean', default: true, negatable: true, description: 'Use what earlier runs left in the store; --no-cache neither reads nor writes it' },
    incremental,
    templateCache,
    watch,
    { name: 'force', type: 'boolean', description: 'Run every job, whatever is known of it' },
    keepGoing,
    parallel,
    onConflict,
    profile,
    record,
  ],
  compile: [
    { name: 'check', type: 'boolean', description: 'Write nothing; exit 1 and name the outputs and the command that repairs them if anything would change' },
    dryRun,
    { name: 'explain', type: 'boolean', description: 'For every source that was compiled, print the reason with its values' },
    ...telling,
    { name: 'cache', type: 'boolean', default: true, negatable: true, description: 'Use what earlier runs left; --no-cache compiles every source, as --force does' },
    incremental,
    watch,
    compileForce,
    parallel,
    profile,
    record,
    tsConfig,
    { name: 'output-path', type: 'string', value: 'FOLDER', description: 'Folder for the outputs; wins over conductor.json and over "outDir" of the tsconfig, and is dist of the project when none of them names one' },
    { name: 'root-dir', type: 'string', value: 'FOLDER', description: 'Folder whose structure the outputs have; wins over "rootDir" of the tsconfig, and is the tsconfig\'s folder when neither names one' },
    { name: 'fallback', type: 'string', value: 'none|tsc', values: ['none', 'tsc'], description: 'What becomes of a source that cannot be emitted on its own: none refuses it with place and hint, tsc lets the TypeScript compiler emit it' },
    { name: 'main', type: 'string', value: 'FILE', description: 'Entry point of the package: its package.json, with what leads to the outputs, is put beside them' },
    { name: 'additional-entry-points', type: 'list', value: 'FILE', description: 'Further entry points, for "exports" of that package.json' },
    { name: 'generate-exports-field', type: 'boolean', description: 'Give that package.json an "exports" with the entry points' },
    { name: 'generate-package-json', type: 'boolean', default: true, negatable: true, description: 'Put a package.json beside the outputs when there is a main' },
    {
      name: 'assets',
      type: 'list',
      value: 'GLOB',
      description: 'Files that go to the output folder as they are. A glob keeps their place in the project; an object { glob, input, output, ignore } puts those of a folder into another',
      keys: {
        glob: { required: true, description: 'The files, relative to the input' },
        input: { required: true, description: 'Folder to look in' },
        output: { required: true, description: 'Folder for them, relative to the output folder' },
        ignore: { required: false, list: true, description: 'Globs of files to leave out' },
      },
    },
  ],
  typecheck: [
    { name: 'check', type: 'boolean', description: 'Write nothing, not even what makes the next run quick' },
    { name: 'explain', type: 'boolean', description: 'For every file that was checked, print the reason with its values' },
    ...telling,
    { name: 'cache', type: 'boolean', default: true, negatable: true, description: 'Use what earlier runs left; --no-cache checks everything, as --force does' },
    incremental,
    watch,
    { name: 'force', type: 'boolean', description: 'Check everything, whatever is known of it' },
    profile,
    record,
    tsConfig,
  ],
  validate: [
    { name: 'check', type: 'boolean', description: 'Write nothing, not even what makes the next run quick; with --fix exit 1 and show the diff if anything would change' },
    { name: 'dry-run', type: 'boolean', description: 'Write nothing; with --fix print the plan' },
    { name: 'explain', type: 'boolean', description: 'For every file that was judged, print the reason; tell also what comments hold back' },
    ...telling,
    { name: 'cache', type: 'boolean', default: true, negatable: true, description: 'Use verdicts of earlier runs; --no-cache judges every file, as --force does, and keeps nothing' },
    incremental,
    watch,
    { name: 'force', type: 'boolean', description: 'Judge every file, whatever is known of it' },
    parallel,
    { name: 'fix', type: 'boolean', description: 'Mend what has a fix: of artifacts by adding the rules to "fix" in conductor.json and generating with them, of other files where they lie' },
    { name: 'strict', type: 'boolean', description: 'Exit with 1 also when of some file it cannot be told whether it is right' },
    { name: 'files', type: 'list', value: 'GLOB', description: 'Further files to judge, which people wrote, relative to the project; for several, name the option more than once' },
    { name: 'format', type: 'string', value: 'text|json|sarif|github', values: ['text', 'json', 'sarif', 'github'], default: 'text', description: 'A text for people, the JSON document, SARIF 2.1.0 for code scanning, or annotations of GitHub Actions, which are also added to the text where GITHUB_ACTIONS is true' },
    { name: 'output', type: 'string', value: 'FILE', description: 'Write what --format names to a file, which is replaced in one step, instead of standard output' },
    profile,
    record,
  ],
  pipeline: [
    { name: 'check', type: 'boolean', description: 'Write nothing; exit 1 if generated code or outputs are stale' },
    { name: 'dry-run', type: 'boolean', description: 'Write nothing; print the plan. When artifacts would change, the phases after generate are left out: their sources are not there yet' },
    { name: 'explain', type: 'boolean', description: 'For everything that was done, print the reason with its values' },
    ...telling,
    { name: 'cache', type: 'boolean', default: true, negatable: true, description: 'Use what earlier runs left; --no-cache does everything anew' },
    incremental,
    templateCache,
    watch,
    { name: 'force', type: 'boolean', description: 'Do everything, whatever is known of it' },
    keepGoing,
    parallel,
    onConflict,
    profile,
    record,
    tsConfig,
    { name: 'skip', type: 'list', value: 'generate|validate|compile|typecheck', values: ['generate', 'validate', 'compile', 'typecheck'], description: 'A phase to leave out; for several, name the option more than once' },
    { name: 'workspace', type: 'string', value: 'FOLDER', description: 'Folder to look for the project from; the current one when absent' },
    { name: 'task-id', type: 'string', numeric: true, value: 'ID', description: 'Id that a script gave the run; it is in the summary and in the JSON document' },
    { name: 'task-name', type: 'string', numeric: true, value: 'NAME', description: 'Name that a script gave the run; it is in the summary and in the JSON document' },
  ],
  'cache-status': [{ name: 'verify', type: 'boolean', description: 'Read every entry; damaged ones are removed and reported' }, ...telling],
  'cache-verify': [...telling],
  'cache-clean': [
    { name: 'max-entries', type: 'integer', value: 'N', description: 'Keep at most this many entries, the most recently used' },
    { name: 'max-age-days', type: 'number', value: 'N', description: 'Keep only entries used in the last N days' },
    { name: 'max-megabytes', type: 'number', value: 'N', description: 'Keep at most this many megabytes (10^6 bytes), the most recently used' },
    dryRun,
    ...telling,
  ],
  'manifest-status': [...telling],
  'manifest-verify': [...telling],
  'manifest-clean': [dryRun, onConflict, ...telling],
  'rules-list': [...telling],
  'rules-test': [...telling],
  'rules-show': [...telling],
  metrics: [
    { name: 'format', type: 'string', value: 'text|json|prometheus|csv', values: ['text', 'json', 'prometheus', 'csv'], default: 'text', description: 'A text for people, the JSON document, the text format of Prometheus, or CSV with a line for each run' },
    last,
    all,
    { name: 'output', type: 'string', value: 'FILE', description: 'Write what --format names to a file, which is replaced in one step, instead of standard output' },
    ...telling,
  ],
  report: [
    last,
    all,
    { name: 'output', type: 'string', value: 'FILE', description: 'The page to write, which is replaced in one step; report.html or report-<project>.html in .conductor/metrics when absent' },
    ...telling,
  ],
  why: [...telling],
  doctor: [...telling],
  completion: [],
  guard: [],
} as const satisfies Record<string, readonly Option[]>;

export type CommandName = keyof typeof OPTIONS;

/** The commands that people call, in the order in which `--help` lists them. */
export const COMMAND_NAMES = Object.keys(OPTIONS) as CommandName[];

export function isCommand(word: string): word is CommandName {
  return Object.hasOwn(OPTIONS, word);
}

/** First words of commands that may be written as two: `cache status` is `cache-status`. */
export function groupOf(word: string): readonly CommandName[] {
  return COMMAND_NAMES.filter((name) => name.startsWith(`${word}-`));
}

/** What a command takes in place of a project. */
export const ARGUMENTS: Readonly<Partial<Record<CommandName, 'artifact' | 'rule' | 'shell'>>> = { 'rules-show': 'rule', why: 'artifact', completion: 'shell' };

/** Shells whose completion is known. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];
