import type { ExecutorContext, TaskGraph } from '@nx/devkit';
import { realClock } from '@nx-conductor/host';
import { createWarm } from '@nx-conductor/run';
import { dependenciesIn, inOrder } from './batch';
import type { ExecutorOptions } from './command-line';
import { runTask } from './execute';

/** A task's end, as Nx takes it from a batch. */
interface BatchEnd {
  readonly task: string;
  readonly result: { readonly success: boolean; readonly status: 'success' | 'failure' | 'skipped'; readonly terminalOutput: string; readonly startTime: number; readonly endTime: number };
}

/** Runs a batch of tasks, as Nx calls it. */
export type RunBatch = (graph: TaskGraph, options: Readonly<Record<string, ExecutorOptions>>, overrides: object, context: ExecutorContext) => AsyncGenerator<BatchEnd>;

/**
 * A command for many projects in one process, one after the other: what costs is loaded once, and a spec that several
 * projects name is parsed once. A task that fails stops only those that depend on it; every task is reported.
 */
export const batchOf = (command: string): RunBatch => (graph, options, _overrides, context) => runBatch(command, graph, options, context);

async function* runBatch(command: string, graph: TaskGraph, options: Readonly<Record<string, ExecutorOptions>>, context: ExecutorContext): AsyncGenerator<BatchEnd> {
  const warm = createWarm();
  const lost = new Set<string>();
  for (const id of inOrder(graph)) {
    const task = graph.tasks[id] as TaskGraph['tasks'][string];
    const { project, target } = task.target;
    const configuration = context.projectsConfigurations.projects[project];
    const startTime = realClock.now();
    const end = (status: BatchEnd['result']['status'], terminalOutput: string): BatchEnd => {
      if (status !== 'success') lost.add(id);
      return { task: id, result: { success: status === 'success', status, terminalOutput, startTime, endTime: realClock.now() } };
    };
    const failed = dependenciesIn(graph, id).find((each) => lost.has(each));
    if (failed !== undefined) {
      yield end('skipped', `not run: ${failed} failed\n`);
      continue;
    }
    const told: string[] = [];
    const stream = { write: (text: string) => void told.push(text) };
    const before = { ...warm.counts };
    const { success } = await runTask(command, options[id] ?? {}, { root: context.root, project, folder: configuration?.root ?? '.', target: configuration?.targets?.[target] }, { stdout: stream, stderr: stream, isTTY: false }, warm);
    const shared = warm.counts.specsShared - before.specsShared;
    if (shared > 0) told.push(`  ${shared} of ${shared + warm.counts.specsRead - before.specsRead} specs were parsed for another project of this batch\n`);
    yield end(success ? 'success' : 'failure', told.join(''));
  }
}
