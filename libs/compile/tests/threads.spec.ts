import { answerThread, compile, type CompileMachine } from '@nx-conductor/compile';
import { DiskError } from '@nx-conductor/core';
import type { MemoryDisk } from '@nx-conductor/testkit';
import { edit, outputs, project, requestFor, run, type Changes } from './bench';

/** A machine whose threads get clones of what they are asked, as real ones do, and work while the asker waits. */
function withThreads(disk: MemoryDisk) {
  const seen = { started: 0, asked: [] as string[], closed: 0 };
  const machine: CompileMachine = {
    disk,
    clock: { now: () => disk.now(), elapsed: () => disk.now() },
    startThread: () => {
      seen.started += 1;
      return {
        ask: async (question) => {
          seen.asked.push((question as { kind: string }).kind);
          return structuredClone(answerThread(disk, structuredClone(question)));
        },
        close: () => Promise.resolve(void (seen.closed += 1)),
      };
    },
  };
  return { machine, seen };
}

async function runThreaded(disk: MemoryDisk, machine: CompileMachine, changes?: Changes) {
  disk.tick(60_000);
  const outcome = await compile(requestFor(disk, { parallel: 3, ...changes }), machine);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
  return outcome.value;
}

const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`m${n % 7}/f${n}.ts`, n % 50 === 49 ? `export const broken${n} = ;` : `export const value${n}: number = ${n};\n`]));

describe('threads', () => {
  it('share the work, and the result is that of one', async () => {
    const [alone, shared] = [project(many(400)), project(many(400))];
    const expected = await run(alone);
    const { machine, seen } = withThreads(shared);
    const result = await runThreaded(shared, machine);
    expect(seen).toEqual({ started: 2, asked: ['emit', 'emit'], closed: 2 });
    expect(outputs(shared)).toEqual(outputs(alone));
    expect({ ...result, phases: 0 }).toEqual({ ...expected, phases: 0 });
    expect(result.sources).toMatchObject({ compiled: 392, failed: 8 });
    expect((await runThreaded(shared, machine)).sources).toMatchObject({ kept: 392, failed: 8 });
  });

  it('count what is done, left and failing for who waits', async () => {
    const told: object[] = [];
    const alone = project(many(100));
    await runThreaded(alone, { disk: alone, clock: { now: () => alone.now(), elapsed: () => alone.now() }, onEmitted: (sources) => void told.push(sources) });
    expect([told.length, told[0], told.at(-1)]).toEqual([13, { done: 0, left: 100, failed: 0 }, { done: 96, left: 4, failed: 2 }]);
    const shared = project(many(400));
    await runThreaded(shared, { ...withThreads(shared).machine, onEmitted: (sources) => void told.push(sources) });
    expect(told.at(-1)).toEqual({ done: 400, left: 0, failed: 8 });
  });

  it('are not started for little work', async () => {
    const disk = project(many(40));
    const { machine, seen } = withThreads(disk);
    await runThreaded(disk, machine);
    edit(disk, 'm0/f0.ts', 'export const other = 1;\n');
    await runThreaded(disk, machine);
    expect(seen.started).toBe(0);
  });

  it('a refusal of the disk in one of them is a failure of the run', async () => {
    const disk = project(many(400));
    const { machine, seen } = withThreads(disk);
    disk.before(({ method, path }) => {
      if (method === 'write' && path === '/p/dist/m3/f388.js') throw new DiskError('write', path, 'ENOSPC');
    });
    const outcome = await compile(requestFor(disk, { parallel: 2 }), machine);
    expect(outcome).toEqual({ ok: false, failures: [{ code: 'disk', place: { file: '/p/dist/m3/f388.js' }, operation: 'write', errno: 'ENOSPC' }] });
    expect(seen.closed).toBe(seen.started);
    disk.before(undefined);
    await run(disk);
    const clean = project(many(400));
    await run(clean);
    expect(outputs(disk)).toEqual(outputs(clean));
  });
});
