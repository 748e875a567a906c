import type { TaskGraph } from '@nx/devkit';
import { inOrder } from '../src/nx/batch';

const graph = (dependencies: Record<string, string[]>) => ({ dependencies, tasks: Object.fromEntries(Object.keys(dependencies).map((id) => [id, {} as TaskGraph['tasks'][string]])) });

describe('inOrder', () => {
  it('puts a task behind those that it depends on, and leaves the order otherwise', () => {
    expect(inOrder(graph({ a: ['c'], b: [], c: ['b'], d: [] }))).toEqual(['b', 'c', 'd', 'a']);
  });

  it('passes over tasks of other batches, and loses none in a circle', () => {
    expect(inOrder(graph({ a: ['elsewhere'], b: ['c'], c: ['b'] }))).toEqual(['a', 'b', 'c']);
  });
});
