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
