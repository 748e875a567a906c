import { answerLook } from '@nx-conductor/outputs';
import { codes, edit, run, workspace } from './bench';
import { startWatch } from './watch-bench';

const SPEC = '/ws/app/spec.json';
/** More artifacts than one looks at without a thread. */
const letters = (changes: Readonly<Record<string, object>> = {}) => JSON.stringify({ letters: { ...Object.fromEntries(Array.from({ length: 320 }, (_, index) => [`L${index}`, { n: index }])), ...changes } });

/** A watch whose thread looks at the disk in memory, and counts its looks and those of the watch itself. */
async function begin() {
  const disk = workspace({ [SPEC]: letters() });
  await run(disk);
  disk.tick(60_000);
  const looks = { questions: 0, byThread: 0 };
  const all = () => disk.calls.filter(({ method, path }) => method === 'stat' && path.startsWith('/ws/app/out/letters/')).length;
  const answer = (question: unknown) => {
    const before = all();
    const numbers = answerLook(disk, question);
    looks.questions += 1;
    looks.byThread += all() - before;
    return numbers;
  };
  const watch = startWatch(disk, {}, [], () => ({ ask: (question) => Promise.resolve().then(() => answer(question)) }));
  await watch.settle();
  disk.forget();
  const change = async (text: string) => {
    edit(disk, SPEC, text);
    await watch.settle();
    return watch.told.at(-1);
  };
  return { disk, watch, looks, own: () => all() - looks.byThread, change };
}

describe('a large spec of a watch', () => {
  const LARGE = 'x'.repeat(1_100_000);
  const text = (n: number) => JSON.stringify({ letters: Object.fromEntries([...Array.from({ length: 320 }, (_, index) => [`L${index}`, { n: index }]), ['Alpha', { n }]]), rest: LARGE });

  /** What the thread does before it reads for the first time: a save may go on meanwhile. */
  async function saved(meanwhile: (put: (n: number) => void) => void) {
    const disk = workspace({ [SPEC]: text(1) });
    await run(disk);
    disk.tick(60_000);
    const reads = { byThread: 0 };
    const all = () => disk.calls.filter(({ method, path }) => method === 'read' && path === SPEC).length;
    let action: (() => void) | undefined;
    const answer = (question: unknown) => {
      const before = all();
      const given = answerLook(disk, question);
      reads.byThread += all() - before;
      // What came after the bytes were read.
      const now = action;
      if (typeof question !== 'string') action = undefined;
      if (typeof question !== 'string') now?.();
      return given;
    };
    const watch = startWatch(disk, {}, [], () => ({ ask: (question) => Promise.resolve().then(() => answer(question)) }));
    await watch.settle();
    disk.forget();
    const put = (n: number) => edit(disk, SPEC, text(n));
    action = () => meanwhile(put);
    put(2);
    await watch.settle();
    await watch.stop();
    const own = all() - reads.byThread;
    const again = await run(disk);
    return { made: disk.files()['/ws/app/out/letters/alpha.txt'], byThread: reads.byThread, own, told: watch.told.at(-1), again };
  }

  it('is read by a thread while the burst ends, and not again', async () => {
    const { made, byThread, own, told, again } = await saved(() => undefined);
    expect(made).toContain('= 2!');
    expect({ byThread, own }).toEqual({ byThread: 1, own: 0 });
    expect(told).toMatchObject({ failures: [], jobs: { ran: 1 } });
    expect(again.unchanged).toBe(true);
  });

  it('is what it is at the end of the burst, whatever it was when it was read first', async () => {
    const { made, byThread, again } = await saved((put) => put(3));
    expect(made).toContain('= 3!');
    expect(byThread).toBe(2);
    expect(again.unchanged).toBe(true);
  });
});

describe('the artifacts of a watch', () => {
  it('are looked at by a thread, and by the watch only where it writes', async () => {
    const { disk, watch, looks, own, change } = await begin();
    expect(await change(letters({ L7: { n: 'seven' } }))).toMatchObject({ failures: [], jobs: { ran: 1 }, artifacts: { updated: 1, conflicts: 0 } });
    expect(looks).toEqual({ questions: 1, byThread: 320 });
    expect(own()).toBeLessThan(20);
    expect(disk.files()['/ws/app/out/letters/l7.txt']).toContain('seven');
    await watch.stop();
  });

  it('are what they are now: one that is gone is made again, a hand edit is a conflict', async () => {
    const { disk, watch, change } = await begin();
    disk.remove('/ws/app/out/letters/l9.txt');
    expect(await change(letters({ L7: { n: 'seven' } }))).toMatchObject({ failures: [], artifacts: { updated: 1, created: 1 } });
    edit(disk, '/ws/app/out/letters/l8.txt', 'by hand');
    const conflict = await change(letters({ L7: { n: 'eight' } }));
    expect(conflict && codes(conflict)).toEqual(['conflict']);
    expect(disk.files()['/ws/app/out/letters/l8.txt']).toBe('by hand');
    expect(disk.files()['/ws/app/out/letters/l7.txt']).toContain('seven');
    await watch.stop();
  });
});
