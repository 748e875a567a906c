export const rulesHelp = `Measures what judging files by rules costs: 1,000 files in three languages cold, with nothing changed, and one of them
saved under --watch; and the TypeScript files beside ESLint with typescript-eslint.

  npm --prefix tools/bench start -- rules [options]

  --only ids        parts, comma-separated: files, watch, eslint
  --runs N          runs per figure, 3 unless said otherwise
  --timeout N       seconds after which one run counts as failed, 900 unless said otherwise
  --markdown file   also rewrite the section on rules of a page, e.g. docs/benchmarks.md
  --keep            leave the temporary workspaces in place and say where

The exit code is 1 when a run fails, judges a file again that did not change, or tells other findings than another run on
the same files; 2 when the options are wrong.`;

/** Where the report stands in a page. */
export const rulesSection = {
  section: 'rules',
  heading: 'Rules',
  lead: 'What it costs to judge files by rules ([validate](validate.md)). The command `npm --prefix tools/bench start -- rules` prints these figures.',
};
