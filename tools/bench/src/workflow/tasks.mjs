import { join } from 'node:path';
import { costCells, times } from '../figures.mjs';
import { describeOutput } from '../output.mjs';
import { medianCost } from '../summary.mjs';
import { OFF, openWorkspace } from './workspace.mjs';

const RUN_MANY = ['run-many', '-t', 'typecheck', 'test', '--output-style=static'];
const AFFECTED = ['affected', '-t', 'typecheck', 'test', '--base=HEAD~1', '--head=HEAD', '--output-style=static'];
const TASKS = 22;

/**
 * What the tasks of the workflow are put through. `prepare` makes the state before the run; `ran` says how many tasks may
 * do work there.
 */
const scenarios = [
  { id: 'off', title: 'everything switched off, again', args: [...RUN_MANY, '--skip-nx-cache'], env: OFF, ran: TASKS },
  { id: 'cold', title: 'from nothing', args: RUN_MANY, prepare: (workspace) => workspace.forget(true), ran: TASKS },
  { id: 'batch', title: 'from nothing, --batch', args: [...RUN_MANY, '--batch'], prepare: (workspace) => workspace.forget(true) },
  { id: 'again', title: 'nothing changed, without Nx\'s cache', args: [...RUN_MANY, '--skip-nx-cache'], ran: TASKS },
  { id: 'warm', title: 'nothing changed', args: RUN_MANY, prepare: (workspace) => workspace.nx(RUN_MANY), ran: 0 },
  { id: 'change', title: 'one property of one spec changed', args: RUN_MANY, prepare: (workspace, round) => workspace.change(round), fewer: true },
  { id: 'ci', title: 'CI: fresh checkout, the same change, `nx affected`', args: AFFECTED, prepare: (workspace, round) => checkout(workspace, round, true), fewer: true },
  { id: 'ci-cache', title: 'CI: the same, with Nx\'s cache of the commit before', args: AFFECTED, prepare: (workspace, round) => checkout(workspace, round, false), fewer: true },
];

async function checkout(workspace, round, all) {
  if (!all) await workspace.nx(RUN_MANY);
  workspace.change(round + 1000);
  workspace.commit(`change ${round}`);
  workspace.forget(all);
}

/** @param {{ folder: string, runs: number, timeoutSeconds: number, setAside: (path: string) => void, say: (line: string) => void }} task */
export async function measureTasks(task) {
  const workspace = openWorkspace(join(task.folder, 'workspace'), task);
  const digest = () => workspace.made().map((path) => describeOutput(join(workspace.root, path), (file) => !file.endsWith('.conductor-compile')).digest).join();
  await workspace.nx(RUN_MANY);
  const costs = new Map(scenarios.map(({ id }) => [id, []]));
  const complaints = [];
  for (let round = 1; round <= task.runs; round++) {
    for (const { id, title, args, env, prepare, ran, fewer } of scenarios) {
      task.say(`  ${round}/${task.runs} ${title}`);
      await prepare?.(workspace, round * 10 + scenarios.findIndex((each) => each.id === id));
      const cost = await workspace.nx(args, env);
      costs.get(id).push(cost);
      const worked = cost.tasks.total - cost.tasks.hits;
      if (ran !== undefined && worked !== ran) complaints.push(`${title}: ${worked} tasks ran, expected ${ran}`);
      if (fewer && worked >= TASKS) complaints.push(`${title}: all tasks ran`);
    }
    complaints.push(...(await differs(workspace, digest)));
  }
  return { block: blockOf(costs), aims: [], complaints: [...new Set(complaints)] };
}

/** After all of it, the files are those that a run from nothing makes. */
async function differs(workspace, digest) {
  await workspace.nx(RUN_MANY);
  const incremental = digest();
  workspace.forget(true);
  await workspace.nx(RUN_MANY, OFF);
  return digest() === incremental ? [] : ['generated code or outputs differ from those of a run from nothing'];
}

function blockOf(costs) {
  const medians = new Map([...costs].map(([id, each]) => [id, medianCost(each)]));
  const off = medians.get('off');
  const rows = scenarios.map(({ id, title }) => {
    const median = medians.get(id);
    const { total, hits } = costs.get(id).at(-1).tasks;
    return [title, `${total - hits} of ${total}`, ...costCells(median), times(off.wallSeconds / median.wallSeconds), times(off.cpuSeconds / median.cpuSeconds), String(costs.get(id).length)];
  });
  return {
    heading: 'The workflow of 22 tasks, through Nx',
    facts: 'Five codegen projects, two libraries and a program: `nx run-many -t typecheck test`, two tasks at a time, without Nx\'s daemon. Columns with ×: how many times as much it is with everything switched off.',
    table: [['what happened', 'tasks that ran', 'wall s', 'CPU s', 'peak MB', 'wall ×', 'CPU ×', 'runs'], ...rows],
    notes: [],
  };
}
