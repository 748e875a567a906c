import { parse, pick, pickContenders, positive } from '../options.mjs';

export const compileHelp = `Measures Conductor's compile and typecheck beside other compilers, on a program of generated files.

  npm --prefix tools/bench start -- compile [options]

  --sizes list      files in the program, 1000,10000 unless said otherwise
  --scenario ids    cold, nothing, body, type
  --runs N          runs per figure, 5 unless said otherwise
  --patience N      a peer whose first run takes longer than so many seconds has one run only; 30 unless said otherwise
  --peers which     all (default), none, only, or ids: typescript-7-no-check, esbuild, swc, typescript-7,
                    typescript-7-build, typescript-6, typescript-6-build
  --no-nx           leave out the part inside Nx
  --timeout N       seconds after which one run counts as failed, 900 unless said otherwise
  --markdown file   also rewrite the section on compiling of a page, e.g. docs/benchmarks.md
  --keep            leave the temporary projects in place and say where

The exit code is 1 when an incremental compile leaves other outputs than one from nothing, compiles a source that did
not change, or misses a type error that TypeScript finds; 2 when the options are wrong.`;

/** Where the report stands in a page. */
export const compileSection = {
  section: 'compile',
  heading: 'Compile and typecheck',
  lead: 'What emitting and checking a program of generated files costs. The command `npm --prefix tools/bench start -- compile` prints these figures.',
};

const text = { type: 'string' };
const flag = { type: 'boolean' };
const accepted = { help: flag, sizes: text, scenario: text, runs: text, patience: text, peers: text, 'no-nx': flag, timeout: text, markdown: text, keep: flag };

/**
 * @param {string[]} args
 * @param {{ scenarios: import('./scenarios.mjs').CompileScenario[], contenders: import('./contenders.mjs').Compiler[] }} known
 * @throws {import('../options.mjs').UsageError}
 */
export function readCompileOptions(args, known) {
  const values = parse(args, accepted);
  return {
    help: values.help ?? false,
    sizes: (values.sizes ?? '1000,10000').split(',').map((size) => positive('--sizes', size)).sort((a, b) => a - b),
    scenarios: pick('--scenario', values.scenario, known.scenarios),
    contenders: pickContenders(values.peers ?? 'all', known.contenders),
    runs: positive('--runs', values.runs ?? '5'),
    patienceSeconds: positive('--patience', values.patience ?? '30'),
    insideNx: !(values['no-nx'] ?? false),
    timeoutSeconds: positive('--timeout', values.timeout ?? '900'),
    markdown: values.markdown,
    keep: values.keep ?? false,
  };
}
