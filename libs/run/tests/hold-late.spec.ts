import { createMemoryDisk, createMemoryMachine } from '@nx-conductor/testkit';
import { holdLate, type LateHold } from '../src/lock/hold-late';
import { projectAt } from '../src';

function start() {
  const disk = createMemoryDisk({ '/p/conductor.json': '{}' });
  const taken: string[] = [];
  const machine = createMemoryMachine(disk);
  const locks = { take: (folder: string, card: string) => (taken.push(folder), machine.locks.take(folder, card)) };
  const work = jest.fn((hold: LateHold | undefined) => Promise.resolve(hold === undefined ? 'again' : 'first'));
  return { disk, taken, work, hold: () => holdLate({ ...machine, locks }, projectAt(disk, '/p'), undefined, work) };
}

describe('holdLate', () => {
  it('takes no lock for work that finds nothing to do', async () => {
    const { hold, taken, work } = start();
    expect(await hold()).toEqual({ ok: true, value: 'first' });
    expect([taken, work.mock.calls.length]).toEqual([[], 1]);
  });

  it('holds the lock from when it is asked for until the work is done', async () => {
    const { disk, hold, work } = start();
    work.mockImplementation(async (late) => {
      expect(disk.locked.size).toBe(0);
      await late?.take(() => true);
      expect([...disk.locked]).toEqual(['/p']);
      return 'done';
    });
    expect(await hold()).toEqual({ ok: true, value: 'done' });
    expect([disk.locked.size, work.mock.calls.length]).toEqual([0, 1]);
  });

  it('does the work again, under the lock, when something is not as it was seen', async () => {
    const { disk, hold, taken, work } = start();
    work.mockImplementation(async (late) => {
      await late?.take(() => false);
      return `${late === undefined ? 'again' : 'first'} ${[...disk.locked].join()}`;
    });
    expect(await hold()).toEqual({ ok: true, value: 'again /p' });
    expect([taken, disk.locked.size, work.mock.calls.length]).toEqual([['/p'], 0, 2]);
  });

  it('does it again too when it had to wait', async () => {
    const { disk, hold, work } = start();
    disk.locked.add('/p');
    setTimeout(() => disk.locked.delete('/p'), 5);
    work.mockImplementation(async (late) => {
      await late?.take(() => true);
      return late === undefined ? 'again' : 'first';
    });
    expect(await hold()).toEqual({ ok: true, value: 'again' });
  });

  it('says who keeps the lock when it is not to be had, and lets go of it when the work throws', async () => {
    const { disk, hold, work } = start();
    disk.locked.add('/p');
    work.mockImplementation(async (late) => {
      await late?.take(() => true);
      return 'never';
    });
    expect(await hold()).toMatchObject({ ok: false, failures: [{ code: 'locked' }] });
    disk.locked.delete('/p');
    work.mockImplementation(async (late) => {
      await late?.take(() => true);
      throw new Error('a bug');
    });
    await expect(hold()).rejects.toThrow('a bug');
    await new Promise((resolve) => setImmediate(resolve));
    expect(disk.locked.size).toBe(0);
  });
});
