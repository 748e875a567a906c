import type { CommandName } from './options';

/** What `--help` says of a command besides its options. */
export interface CommandText {
  readonly summary: string;
  readonly details: string;
  readonly examples: readonly (readonly [command: string, does: string])[];
}

export const COMMANDS: Readonly<Record<CommandName, CommandText>> = {
  generate: {
    summary: 'make the artifacts of a project: read, resolve, render, format, plan, apply',
    details: 'Only what changed is written, stale artifacts are removed, and files that were edited by hand are left alone.',
    examples: [
      ['conductor generate', 'the project in the current folder'],
      ['conductor generate codegen --explain', 'a project of the workspace, with the reason of every job'],
      ['conductor generate libs/api --check', 'for CI: fail when the generated code is stale'],
      ['conductor generate codegen --watch', 'while you edit specs and patterns'],
      ['conductor generate --json | jq .artifacts', 'for scripts'],
    ],
  },
  compile: {
    summary: 'emit JavaScript, declarations and source maps of what changed',
    details: 'Takes the artifacts of a codegen project and what the tsconfig includes. Outputs that were deleted or edited are made again, those of removed sources are removed. Types are not checked: that is typecheck.',
    examples: [
      ['conductor compile', 'the project in the current folder: a conductor.json or a tsconfig.json'],
      ['conductor compile codegen --explain', 'with the reason of every source that was compiled'],
      ['conductor compile libs/api --check', 'for CI: fail when outputs are missing, stale or edited'],
      ['conductor compile libs/ui --main libs/ui/src/index.ts --assets "libs/ui/*.md"', 'a package, with its package.json'],
    ],
  },
  typecheck: {
    summary: 'check types with TypeScript 7: after a change, only what it can have reached',
    details: 'The errors are those of a full tsc --noEmit, however little is checked; whenever that is not certain, everything is. Needs TypeScript 7 in the workspace.',
    examples: [
      ['conductor typecheck', 'the project in the current folder: a conductor.json or a tsconfig.json'],
      ['conductor typecheck codegen --explain', 'which files were checked, and why'],
      ['conductor typecheck libs/api --force', 'everything, whatever is known'],
    ],
  },
  validate: {
    summary: 'judge the artifacts of a project by rules: approved, rejected, or uncertain and why',
    details: 'Only what changed is judged, each file in a time limit. Exits with 1 when a file is rejected; what is uncertain is told. Rules lie in .conductor/rules and in installed packs, and conductor.json sets them.',
    examples: [
      ['conductor validate', 'the project in the current folder'],
      ['conductor validate codegen --fix', 'mend what has a fix; the next runs of generate mend it too'],
      ['conductor validate libs/api --files "src/**/*.ts"', 'files that people wrote, too'],
      ['conductor validate codegen --format sarif --output rules.sarif', 'for code scanning'],
      ['conductor validate --json | jq .files', 'for scripts'],
    ],
  },
  pipeline: {
    summary: 'generate, validate, compile and check types in one process, with a timing per phase',
    details: 'Each phase tells a line on standard error, such as "[PERF] generate 41ms 2192 kept". A phase that fails is the last that runs; one that has nothing to do in the project says so. No other run comes between the phases.',
    examples: [
      ['conductor pipeline codegen', 'everything, as far as something changed'],
      ['conductor pipeline codegen --watch', 'again, in one warm process, whenever an input of any phase changes'],
      ['conductor pipeline libs/api --skip typecheck', 'without one of the phases'],
      ['conductor pipeline codegen --task-id 8 --task-name codegen --log-file logs/task-8.log', 'from a script that keeps a log'],
      ['conductor pipeline codegen --json | jq .phases', 'milliseconds per phase'],
    ],
  },
  'cache-status': {
    summary: 'what the store holds: entries, bytes, hit rate, age',
    details: 'The store lies in .conductor/cache and is always safe to delete.',
    examples: [
      ['conductor cache-status', 'the store of the workspace around the current folder'],
      ['conductor cache-status --verify --json', 'read every entry and report damaged ones'],
    ],
  },
  'cache-verify': {
    summary: 'read every entry of the store; damaged ones are removed',
    details: 'Exits with 1 when there were any. What they held is made again when it is needed.',
    examples: [['conductor cache verify', 'the store of the workspace around the current folder']],
  },
  'cache-clean': {
    summary: 'drop entries of the store, the least recently used first',
    details: 'Without a limit everything goes.',
    examples: [
      ['conductor cache-clean', 'empty the store'],
      ['conductor cache-clean --max-age-days 7 --max-megabytes 50', 'keep what is in use and small'],
    ],
  },
  'manifest-status': {
    summary: 'what a project owns, and what of it is changed, missing or edited',
    details: 'Exits with 1 when an artifact is missing or was edited, or when the manifest is damaged.',
    examples: [['conductor manifest-status codegen', 'verify every artifact against the disk']],
  },
  'manifest-verify': {
    summary: 'read every artifact of a project and hold it against the manifest',
    details: 'As manifest-status, but no file is believed to be the same because its size and times are.',
    examples: [['conductor manifest verify codegen', 'after files were restored from somewhere, for instance']],
  },
  'manifest-clean': {
    summary: 'drop artifacts and records that no pattern makes any more',
    details: 'A file that was edited by hand is a conflict and stays.',
    examples: [['conductor manifest-clean codegen --dry-run', 'see what would go']],
  },
  'rules-list': {
    summary: 'the rules that a project can use, and what each is set to',
    details: 'Of the workspace and of installed packs. A rule that cannot be read is told with file, line and reason.',
    examples: [['conductor rules list codegen', 'as conductor.json of the project sets them']],
  },
  'rules-test': {
    summary: 'run the examples of every rule',
    details: 'A rule must find what its invalid examples show and nothing in its valid ones, and its fix must give exactly the text that they name. Exits with 2 when one does not.',
    examples: [['conductor rules test', 'after a rule was written or changed']],
  },
  'rules-show': {
    summary: 'all that there is of one rule: what it looks for, says and mends, with its examples',
    details: 'Takes the id of a rule instead of a project; the rules are those of the project or workspace around the current folder.',
    examples: [['conductor rules show no-any-in-exports', 'a rule by its id']],
  },
  metrics: {
    summary: 'figures over the recorded runs: hit rates, times, bytes, savings',
    details: 'Every run of generate, compile and typecheck leaves a record in .conductor/runs. Times come as p50, p95 and p99; savings are against the latest clean run before each incremental one.',
    examples: [
      ['conductor metrics', 'of the project in the current folder, or of the workspace'],
      ['conductor metrics codegen --last 20', 'of the last twenty runs of one project'],
      ['conductor metrics --all --format prometheus --output conductor.prom', 'for the text-file collector of a node exporter'],
      ['conductor metrics --all --format csv', 'a line for each run'],
    ],
  },
  report: {
    summary: 'one HTML page on the recorded runs: what was done and why, times, hit rates, findings',
    details: 'The page needs nothing else, asks nobody for anything, and can be read without script.',
    examples: [
      ['conductor report', 'of the project in the current folder, or of the workspace'],
      ['conductor report --all --output report.html', 'of every project, to a place of your choice'],
    ],
  },
  why: {
    summary: 'what an artifact depends on: its job, and everything that the job read, with values',
    details: 'Takes the path of an artifact instead of a project. Tells whether it is up to date, and if not, what changed. Writes nothing.',
    examples: [
      ['conductor why libs/codegen/generated/index.ts', 'everything it was made from'],
      ['conductor why generated/index.ts --json | jq .reads', 'for scripts'],
    ],
  },
  doctor: {
    summary: 'look at the machine, the workspace and every project, and say what is wrong and what to do',
    details: 'Node, Nx and its targets, locks, git, the store, and of each project configuration, patterns, specs, formatter, manifest and rules. Nothing is generated; damaged entries of the store are removed. Exits with 1 when something keeps Conductor from its work.',
    examples: [
      ['conductor doctor', 'when something is odd, and before asking for help'],
      ['conductor doctor --json | jq .checks', 'for scripts'],
    ],
  },
  completion: {
    summary: 'print the script that completes command lines in bash, zsh or fish',
    details: 'It knows commands, options and their values, and asks conductor for the names of the projects of a workspace. "conductor" must be on the PATH: of a project it is in node_modules/.bin.',
    examples: [
      ['eval "$(conductor completion bash)"', 'in ~/.bashrc; for zsh in ~/.zshrc, after compinit'],
      ['conductor completion fish | source', 'in ~/.config/fish/config.fish'],
    ],
  },
  guard: {
    summary: 'print one line that changes with hand edits of artifacts; Nx hashes it as a runtime input',
    details: 'It is part of the inferred inputs of generate, so that a cache hit never replaces a hand edit. Exits with 0 whatever it finds.',
    examples: [['conductor guard libs/codegen', '"clean" or a digest of what is not as Conductor left it, then a digest of what a run would read']],
  },
};
