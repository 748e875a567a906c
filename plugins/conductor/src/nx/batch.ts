/** The part of Nx's task graph that tells which task waits for which. */
export interface Waiting {
  readonly tasks: Readonly<Record<string, unknown>>;
  /** Ids up to Nx 23, objects with an id from 24 on. */
  readonly dependencies: Readonly<Record<string, readonly (string | { readonly id: string })[]>>;
}

/** The tasks of a graph, each after those that it depends on; tasks that wait for each other come last. In the graph's order otherwise. */
export function inOrder(graph: Waiting): string[] {
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
export function dependenciesIn(graph: Waiting, id: string): string[] {
  return (graph.dependencies[id] ?? []).map((each) => (typeof each === 'string' ? each : each.id)).filter((each) => Object.hasOwn(graph.tasks, each));
}
