import fc from 'fast-check';
import type { FileStat } from '@nx-conductor/core';
import { answerLook, createLooker, type LookThread } from '@nx-conductor/outputs';
import { createMemoryDisk } from '@nx-conductor/testkit';

/** A thread that answers when it is told to, in its order. */
function thread(answer: (question: unknown) => unknown): LookThread & { readonly asked: unknown[]; next(): void } {
  const asked: unknown[] = [];
  const waiting: (() => void)[] = [];
  return {
    asked,
    ask(question) {
      asked.push(question);
      return new Promise((resolve, reject) => waiting.push(() => Promise.resolve().then(() => answer(question)).then(resolve, reject)));
    },
    next: () => waiting.shift()?.(),
  };
}

const later = () => new Promise((resolve) => setImmediate(resolve));

describe('looks of a thread', () => {
  const disk = createMemoryDisk({ '/a/one.ts': '1', '/a/ü two.ts': '22', '/b': '' });

  it('are the looks of the disk, whatever is asked for and in whatever order', async () => {
    const place = fc.constantFrom('/a/one.ts', '/a/ü two.ts', '/b', '/a', '/none', '/b/below');
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(place, { minLength: 1 }), async (paths) => {
        const looker = createLooker(() => ({ ask: (question) => Promise.resolve(answerLook(disk, question)) }));
        looker.ready();
        expect(await looker.look(paths)).toEqual(new Map(paths.map((path): [string, FileStat | undefined] => [path, disk.stat(path)])));
      }),
    );
  });

  it('leave out what the disk refuses, and all when the thread fails or answers something else', async () => {
    const asking = (answer: (question: unknown) => unknown) => {
      const looker = createLooker(() => ({ ask: (question) => Promise.resolve().then(() => answer(question)) }));
      looker.ready();
      return looker.look(['/a/one.ts', '/b']);
    };
    const throwing = { ...disk, stat: (path: string) => { if (path === '/b') throw new Error('refused'); return disk.stat(path); } }; // prettier-ignore
    expect([...((await asking((question) => answerLook(throwing, question))) ?? [])].map(([path]) => path)).toEqual(['/a/one.ts']);
    expect(await asking(() => { throw new Error('gone'); })).toEqual(new Map()); // prettier-ignore
    expect(await asking(() => new Float64Array(5))).toEqual(new Map());
  });

  it('are asked for one question at a time: no answer is taken for that to another', async () => {
    const slow = thread((question) => answerLook(disk, question));
    const looker = createLooker(() => slow);
    expect(looker.look(['/b'])).toBeUndefined();
    looker.ready();
    const [first, second] = [looker.look(['/a/one.ts']), looker.look(['/none'])];
    await later();
    expect(slow.asked).toEqual(['/a/one.ts']);
    slow.next();
    expect(await first).toMatchObject(new Map([['/a/one.ts', { size: 1 }]]));
    await later();
    slow.next();
    expect(await second).toEqual(new Map([['/none', undefined]]));
  });
});
