import { done, failed, type Outcome } from '@nx-conductor/core';
import type { PatternFolder } from '@nx-conductor/generate';
import { createWarm } from '@nx-conductor/run';

type Loaded = Parameters<ReturnType<typeof createWarm>['pattern']>[2] extends () => Outcome<infer T> ? T : never;

const OUTSIDE = '/ws/tools/words.js';

/** A pattern's folder with these files, and what is loaded from it; only what is kept of it matters here. */
function setting() {
  const warm = createWarm();
  const digests = new Map([[OUTSIDE, 'a']]);
  let files: Readonly<Record<string, string>> = { 'pattern.json': '1', 'helpers.js': '2' };
  let loads = 0;
  const modules = { areCurrent: true };
  const folder = (): PatternFolder => ({ name: 'p', path: '/ws/p', shown: 'p', origin: 'workspace', files: new Map(Object.entries(files).map(([path, digest]) => [path, { path, shown: `p/${path}`, text: '', isText: true, digest }])) });
  const loaded = { counts: { total: 3, hits: 1, misses: 2 }, modules: [OUTSIDE], isCurrent: () => modules.areCurrent } as unknown as Loaded;
  return {
    digests,
    modules,
    put: (changes: Readonly<Record<string, string | undefined>>) => (files = Object.fromEntries(Object.entries({ ...files, ...changes }).filter((entry): entry is [string, string] => entry[1] !== undefined))),
    /** What is given, and whether it was loaded for that. */
    take(outcome: Outcome<Loaded> = done(loaded)) {
      const before = loads;
      const given = warm.pattern(
        folder(),
        (path) => digests.get(path) ?? '',
        () => {
          loads += 1;
          modules.areCurrent = true;
          return outcome;
        },
      );
      return { given, isNew: loads > before };
    },
  };
}

describe('a pattern in a process that stays', () => {
  it('is loaded once while nothing of it changes, and then its templates are there already', () => {
    const { take } = setting();
    expect(take()).toMatchObject({ isNew: true, given: { value: { counts: { hits: 1, misses: 2 } } } });
    expect(take()).toMatchObject({ isNew: false, given: { value: { counts: { total: 3, hits: 3, misses: 0 } } } });
  });

  it.each<[string, (at: ReturnType<typeof setting>) => unknown]>([
    ['a file of it is another', ({ put }) => put({ 'helpers.js': '3' })],
    ['a file is added', ({ put }) => put({ 'more.ejs': '3' })],
    ['a file is gone', ({ put }) => put({ 'helpers.js': undefined })],
    ['a module outside of it is another', ({ digests }) => digests.set(OUTSIDE, 'b')],
    ['a module outside of it is gone', ({ digests }) => digests.delete(OUTSIDE)],
    ['a module would find another file than it found', ({ modules }) => (modules.areCurrent = false)],
  ])('is loaded again when %s, and again kept', (_, change) => {
    const at = setting();
    at.take();
    change(at);
    expect([at.take().isNew, at.take().isNew]).toEqual([true, false]);
  });

  it('that cannot be loaded is not kept, and the one before it is good for its own files only', () => {
    const { put, take } = setting();
    take();
    put({ 'helpers.js': 'broken' });
    const broken = failed({ code: 'helpers-failed', place: { file: 'p/helpers.js' }, reason: 'x' });
    expect([take(broken), take(broken)]).toEqual([{ given: broken, isNew: true }, { given: broken, isNew: true }]);
    put({ 'helpers.js': '2' });
    expect(take().isNew).toBe(false);
  });
});
