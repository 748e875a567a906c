import fc from 'fast-check';
import { digestOf, type Disk } from '@nx-conductor/core';
import { EMPTY_INDEX, type DiskIndex } from '@nx-conductor/outputs';
import { createMemoryDisk, type MemoryDisk } from '@nx-conductor/testkit';
import { createReader } from '../src/generate/reader';

const PATH = '/w/spec.json';
const LATER = 60_000;

/** What a run that begins now leaves for the next one, after it asked for the digest of the file. */
function remember(disk: MemoryDisk | (Disk & Pick<MemoryDisk, 'now'>), index: DiskIndex = EMPTY_INDEX): DiskIndex {
  const begunAt = disk.now();
  const reader = createReader(disk, index);
  reader.digest(PATH);
  return { ...EMPTY_INDEX, begunAt, sources: reader.seen() };
}

/** The same disk, with time stamps as coarse as a file system's. */
function coarse(disk: MemoryDisk): Disk & Pick<MemoryDisk, 'now'> {
  const tick = (ms: number) => Math.floor(ms / 10) * 10 + 0.5;
  return { ...disk, stat: (path) => [disk.stat(path)].map((stat) => stat && { ...stat, mtimeMs: tick(stat.mtimeMs), ctimeMs: tick(stat.ctimeMs) })[0] };
}

const reads = (disk: MemoryDisk) => disk.calls.filter((call) => call.method === 'read').length;

describe('what a run reads', () => {
  it('is not read again while its stat is that of an earlier run', () => {
    const disk = createMemoryDisk({ [PATH]: 'one' });
    disk.tick(LATER);
    const index = remember(disk);
    disk.forget();
    const reader = createReader(disk, index);
    expect(reader.digest(PATH)).toBe(digestOf('one'));
    expect(reads(disk)).toBe(0);
    expect(reader.seen().values().next().value).toBe(index.sources.values().next().value);
  });

  it('is read again when it was so young that a change within the same tick of the clock could not be seen', () => {
    const disk = createMemoryDisk({ [PATH]: 'one' });
    const index = remember(disk);
    disk.tick(LATER);
    disk.forget();
    expect(createReader(disk, index).digest(PATH)).toBe(digestOf('one'));
    expect(reads(disk)).toBe(1);
  });

  it('is read again when it changed between the look and the read', () => {
    const disk = createMemoryDisk({ [PATH]: 'one' });
    disk.tick(LATER);
    disk.before((call) => {
      if (call.method !== 'read') return;
      disk.before(undefined);
      disk.write(PATH, 'two');
    });
    const index = remember(disk);
    disk.tick(LATER);
    disk.write(PATH, 'six');
    expect(createReader(disk, index).digest(PATH)).toBe(digestOf('six'));
  });

  it('has the digest of the bytes that were given, also when the index told another a moment before', () => {
    const disk = createMemoryDisk({ [PATH]: 'one' });
    disk.tick(LATER);
    const reader = createReader(disk, remember(disk));
    expect(reader.digest(PATH)).toBe(digestOf('one'));
    disk.write(PATH, 'two');
    expect(Buffer.from(reader.bytes(PATH) as Uint8Array).toString()).toBe('two');
    expect(reader.digest(PATH)).toBe(digestOf('two'));
  });

  it('is always read through a link: its own stat says nothing of what it leads to', () => {
    const disk = createMemoryDisk({ '/w/real.json': 'one' });
    disk.symlink('/w/real.json', PATH);
    disk.tick(LATER);
    const index = remember(disk);
    disk.write('/w/real.json', 'two');
    expect(createReader(disk, index).digest(PATH)).toBe(digestOf('two'));
    expect(index.sources.size).toBe(0);
  });

  it('always has its true digest, whatever is done to it between runs', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('write' as const), text: fc.constantFrom('one', 'two', 'longer') }),
      fc.record({ do: fc.constant('remove' as const) }),
      fc.record({ do: fc.constant('move' as const), text: fc.constantFrom('one', 'two') }),
      fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 40 }) }),
      fc.record({ do: fc.constant('run' as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const disk = createMemoryDisk({ [PATH]: 'one' });
        let index = EMPTY_INDEX;
        for (const each of steps) {
          if (each.do === 'write') disk.write(PATH, each.text);
          else if (each.do === 'remove') disk.remove(PATH);
          else if (each.do === 'wait') disk.tick(each.ms);
          else if (each.do === 'run') index = remember(coarse(disk), index);
          else {
            disk.write('/w/other.json', each.text);
            disk.rename('/w/other.json', PATH);
          }
          const bytes = disk.read(PATH);
          expect(createReader(coarse(disk), index).digest(PATH)).toBe(bytes === undefined ? '' : digestOf(bytes));
        }
      }),
    );
  });
});
