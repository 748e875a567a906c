export const workflowHelp = `Measures the example of 22 tasks in libs/workflow through Nx, and one pipeline by itself: from nothing, with nothing
changed, after one change, and as CI sees it; commands in parallel, and what recording costs. Holds all of it against the aims.

  npm --prefix tools/bench start -- workflow [options]

  --only ids        parts, comma-separated: tasks, pipeline, templates, commands, recording
  --runs N          runs per figure, 3 unless said otherwise
  --timeout N       seconds after which one run counts as failed, 900 unless said otherwise
  --markdown file   also rewrite the section on workflows of a page, e.g. docs/benchmarks.md
  --keep            leave the temporary workspaces in place and say where

The exit code is 1 when a run fails, leaves other generated code or outputs than a run from nothing, or runs a task that
has nothing to do; 2 when the options are wrong.`;

/** Where the report stands in a page. */
export const workflowSection = {
  section: 'workflow',
  heading: 'Pipelines and workflows',
  lead: 'What the 22 tasks of [libs/workflow](../libs/workflow) cost through Nx, and one pipeline by itself; commands in parallel; what recording costs. The command `npm --prefix tools/bench start -- workflow` prints these figures.',
};
