import type { TaskGraph } from '@nx/devkit';

/** The tasks of a graph, each after those that it depends on; tasks that wait for each other come last. In the graph's order otherwise. */
export function inOrder(graph: Pick<TaskGraph, 'tasks' | 'dependencies'>): string[] {
  const waiting = new Set(Object.keys(graph.tasks));
  const order: string[] = [];
  for (let before = -1; order.length !== before; ) {
    before = order.length;
    for (const id of waiting) {
      if (dependenciesIn(graph, id).some((each) => waiting.has(each))) continue;
      waiting.delete(id);
      order.push(id);
    }
  }
  return [...order, ...waiting];
}

/** Tasks of the graph that a task depends on. */
export function dependenciesIn(graph: Pick<TaskGraph, 'tasks' | 'dependencies'>, id: string): string[] {
  return (graph.dependencies[id] ?? []).filter((each) => Object.hasOwn(graph.tasks, each));
}
