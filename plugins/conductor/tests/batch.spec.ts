import { inOrder } from '../src/nx/batch';

const graph = (dependencies: Record<string, (string | { id: string })[]>) => ({ dependencies, tasks: Object.fromEntries(Object.keys(dependencies).map((id) => [id, {}])) });

describe('inOrder', () => {
  it('puts a task behind those that it depends on, and leaves the order otherwise', () => {
    expect(inOrder(graph({ a: ['c'], b: [], c: ['b'], d: [] }))).toEqual(['b', 'c', 'd', 'a']);
  });

  it('reads dependencies as Nx 24 writes them', () => {
    expect(inOrder(graph({ a: [{ id: 'b' }], b: [] }))).toEqual(['b', 'a']);
  });

  it('passes over tasks of other batches, and loses none in a circle', () => {
    expect(inOrder(graph({ a: ['elsewhere'], b: ['c'], c: ['b'] }))).toEqual(['a', 'b', 'c']);
  });
});
