type Task = () => Promise<void>;

/** Runs tasks, no more than `width` at a time, and tells failures when all are through. */
export async function runAll(tasks: readonly Task[], width: number): Promise<void> {
  const failures: unknown[] = [];
  let next = 0;

  async function lane(): Promise<void> {
    while (next < tasks.length) {
      const task = tasks[next++];
      try {
        await task?.();
      } catch (failure) {
        failures.push(failure);
      }
    }
  }

  await Promise.all(Array.from({ length: Math.min(width, tasks.length) }, lane));
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${tasks.length} tasks failed`);
}
