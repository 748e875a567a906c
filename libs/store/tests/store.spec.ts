import { digestOf, DiskError } from '@nx-conductor/core';
import { createMemoryDisk } from '@nx-conductor/testkit';
import { entryPath, evict, listEntries, readEntry, verifyEntries, writeEntry, type Store } from '@nx-conductor/store';

const key = (text: string) => digestOf(text);
const DAY = 24 * 60 * 60 * 1000;

function setUp() {
  const disk = createMemoryDisk();
  const store: Store = { disk, clock: { now: () => disk.now(), elapsed: () => disk.now() }, folder: '/ws/.conductor/cache' };
  return { disk, store };
}

describe('the store', () => {
  it('gives back what was put, and nothing for another key', () => {
    const { store, disk } = setUp();
    expect(writeEntry(store, 'template', key('a'), 'body ✓')).toBe(true);
    expect(readEntry(store, 'template', key('a'))).toBe('body ✓');
    expect(readEntry(store, 'template', key('b'))).toBeUndefined();
    expect(disk.files()['/ws/.conductor/cache/CACHEDIR.TAG']).toMatch(/^Signature: 8a477f597d28d172789f06886806bc55\n/);
  });

  it('takes a damaged entry for a miss, removes it, and heals on the next put', () => {
    const { store, disk } = setUp();
    writeEntry(store, 'template', key('a'), 'body');
    const path = entryPath(store, 'template', key('a'));
    const text = disk.files()[path] as string;
    for (const damaged of ['', text.slice(0, -1), text.replace('body', 'bodi'), `${text}x`, 'conductor-sealed 1 x 4\nbody']) {
      disk.write(path, damaged);
      expect(readEntry(store, 'template', key('a'))).toBeUndefined();
      expect(disk.stat(path)).toBeUndefined();
    }
    writeEntry(store, 'template', key('a'), 'body');
    expect(readEntry(store, 'template', key('a'))).toBe('body');
  });

  it('never makes a run fail when the disk refuses', () => {
    const { store, disk } = setUp();
    disk.before((call) => {
      throw new DiskError(call.method, call.path, 'ENOSPC');
    });
    expect(writeEntry(store, 'template', key('a'), 'body')).toBe(false);
    expect(readEntry(store, 'template', key('a'))).toBeUndefined();
  });

  it('leaves no torn entry behind when a write stops half-way', () => {
    const { store, disk } = setUp();
    disk.before((call) => {
      if (call.method === 'rename') throw new DiskError('write', call.path, 'EIO');
    });
    expect(writeEntry(store, 'template', key('a'), 'body')).toBe(false);
    expect(listEntries(store)).toEqual([]);
  });

  it('touches what it uses at most once a day', () => {
    const { store, disk } = setUp();
    writeEntry(store, 'template', key('a'), 'body');
    disk.forget();
    readEntry(store, 'template', key('a'));
    disk.tick(2 * DAY);
    readEntry(store, 'template', key('a'));
    readEntry(store, 'template', key('a'));
    expect(disk.calls.filter((call) => call.method === 'touch')).toHaveLength(1);
  });
});

describe('eviction', () => {
  function filled() {
    const made = setUp();
    for (const name of ['a', 'b', 'c', 'd']) {
      writeEntry(made.store, 'template', key(name), name.repeat(100));
      made.disk.tick(DAY);
    }
    return made;
  }
  const left = (store: Store) => ['a', 'b', 'c', 'd'].filter((name) => readEntry(store, 'template', key(name)) !== undefined);

  it('keeps the most recently used by count, age and bytes', () => {
    const byCount = filled();
    expect(evict(byCount.store, { maxEntries: 2 })).toHaveLength(2);
    expect(left(byCount.store)).toEqual(['c', 'd']);
    const byAge = filled();
    evict(byAge.store, { maxAgeMs: 2.5 * DAY });
    expect(left(byAge.store)).toEqual(['c', 'd']);
    const byBytes = filled();
    const size = listEntries(byBytes.store)[0]?.bytes as number;
    evict(byBytes.store, { maxBytes: 3 * size });
    expect(left(byBytes.store)).toEqual(['b', 'c', 'd']);
  });

  it('counts a use', () => {
    const { store } = filled();
    readEntry(store, 'template', key('a'));
    evict(store, { maxEntries: 1 });
    expect(left(store)).toEqual(['a']);
  });

  it('with dryRun removes nothing', () => {
    const { store } = filled();
    expect(evict(store, { maxEntries: 0 }, true)).toHaveLength(4);
    expect(left(store)).toHaveLength(4);
  });

  it('verification removes the damaged and counts the rest', () => {
    const { store, disk } = filled();
    disk.write(entryPath(store, 'template', key('b')), 'garbage');
    expect(verifyEntries(store)).toEqual({ checked: 4, damaged: [entryPath(store, 'template', key('b'))] });
    expect(verifyEntries(store)).toEqual({ checked: 3, damaged: [] });
  });
});
