/**
 * @typedef {object} CompileScenario what has happened since the last run
 * @property {string} id the word for `--scenario`
 * @property {string} title
 * @property {(project: import('./project.mjs').CompilerProject, workload: import('./workload.mjs').Workload, round: number) => void} before
 * @property {(size: number) => number} compiled how many sources an incremental compile has to emit
 * @property {(compiler: import('./contenders.mjs').Compiler) => boolean} suits
 */

/** @type {CompileScenario[]} in the order in which they are run: the last three go on from what the one before left */
export const compileScenarios = [
  { id: 'cold', title: 'cold', before: (project) => project.forget(), compiled: (size) => size, suits: () => true },
  { id: 'nothing', title: 'nothing changed', before: () => undefined, compiled: () => 0, suits: () => true },
  { id: 'body', title: 'one body', before: (project, workload, round) => project.put(...workload.bodyChanged(round)), compiled: () => 1, suits: () => true },
  // Without declarations it would be another body.
  { id: 'type', title: 'one type', before: (project, workload, round) => project.put(...workload.typeChanged(round)), compiled: () => 1, suits: ({ does }) => does !== 'code' },
];
