import { DiskError } from '@nx-conductor/core';
import { below, codes, edit, run, workspace } from './bench';

/** What must be as before when a run failed: everything but the store and the records. */
function truth(disk: ReturnType<typeof workspace>): Record<string, string> {
  return Object.fromEntries(Object.entries(disk.files()).filter(([path]) => !/\/\.conductor\/(cache|runs)\/|conductor-staging|\.intent$/.test(path)));
}

async function changed(): Promise<ReturnType<typeof workspace>> {
  const disk = workspace();
  await run(disk);
  edit(disk, '/ws/app/spec.json', '{"letters":{"Alpha":{"n":9},"Gamma":{"n":3}}}');
  return disk;
}

describe('a disk that refuses', () => {
  it.each(['ENOSPC', 'EACCES', 'EIO'])('with %s at any one call: everything is as before, or the run says nothing was wrong and is complete', async (errno) => {
    const reference = await changed();
    const before = truth(reference);
    reference.forget();
    await run(reference);
    const after = truth(reference);
    const total = reference.calls.filter((call) => call.mutates).length;
    expect(total).toBeGreaterThan(10);
    for (let at = 0; at < total; at++) {
      const disk = await changed();
      let seen = 0;
      let refused = '';
      disk.before((call) => {
        if (!call.mutates || seen++ !== at) return;
        refused = `${call.method} ${call.path}`;
        throw new DiskError(call.method, call.path, errno);
      });
      const result = await run(disk);
      disk.before(undefined);
      // Only what the disk would not let go of may be left, known to the next run, which takes it away.
      const left = () => Object.keys(disk.files()).filter((path) => /conductor-staging|\/manifests\/.*\.(intent|tmp)/.test(path));
      if (!/^remove(Directory)? .*(conductor-staging|\.intent)/.test(refused)) expect(left()).toEqual([]);
      expect(truth(disk)).toEqual(result.failures.length > 0 ? before : after);
      if (result.failures.length > 0) expect(codes(result)).toEqual(['disk']);
      // And the next run ends in the clean result without help.
      expect(codes(await run(disk))).toEqual([]);
      expect(truth(disk)).toEqual(after);
      expect(left()).toEqual([]);
      disk.tick(60 * 60 * 1000);
      edit(disk, '/ws/app/spec.json', '{"letters":{}}');
      await run(disk);
      expect((disk.list('/ws/app/out') ?? []).map((entry) => entry.name)).toEqual(['index.txt']);
    }
  });

  it('from some call on for good (a full disk): everything is as before', async () => {
    const probe = await changed();
    const before = truth(probe);
    for (const from of [0, 1, 2, 3, 4]) {
      const disk = await changed();
      let seen = 0;
      disk.before((call) => {
        const writes = call.method === 'write' || call.method === 'append' || call.method === 'makeDirectory';
        if (writes && seen++ >= from) throw new DiskError(call.method, call.path, 'ENOSPC');
      });
      expect(codes(await run(disk))).toEqual(['disk']);
      disk.before(undefined);
      expect(truth(disk)).toEqual(before);
    }
  });
});

describe('a file that changes between the plan and its turn', () => {
  it('is not overwritten, and nothing else is', async () => {
    const disk = await changed();
    const before = below(disk, '/ws/app/out');
    disk.before((call) => {
      if (call.method !== 'write' || !call.path.includes('.conductor-staging')) return;
      disk.before(undefined);
      disk.write('/ws/app/out/letters/alpha.txt', 'just now');
    });
    expect(codes(await run(disk))).toEqual(['conflict']);
    expect(below(disk, '/ws/app/out')).toEqual({ ...before, '/ws/app/out/letters/alpha.txt': 'just now' });
  });
});

describe('bad input', () => {
  it('of any kind leaves everything as it was', async () => {
    const bad: readonly (readonly [path: string, text: string, code: string])[] = [
      ['/ws/app/spec.json', '{"letters":{"Alpha":', 'syntax'],
      ['/ws/app/conductor.json', '{"specs":[],"patterns":[]}', 'invalid-value'],
      ['/ws/.conductor/patterns/letters/letter.ejs', 'x\n<% if (item { %>\n', 'template-syntax'],
      ['/ws/.conductor/patterns/letters/letter.ejs', '<%= item.nope.nope %>', 'template-failed'],
      ['/ws/.conductor/patterns/letters/helpers.js', 'module.exports = 7', 'helpers-failed'],
      ['/ws/.conductor/patterns/letters/pattern.json', '{', 'syntax'],
    ];
    for (const [path, text, code] of bad) {
      const disk = workspace();
      await run(disk);
      edit(disk, path, text);
      const before = truth(disk);
      const result = await run(disk);
      expect([...new Set(codes(result))]).toEqual([code]);
      expect(truth(disk)).toEqual(before);
    }
  });
});
