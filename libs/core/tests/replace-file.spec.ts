import { createMemoryDisk } from '@nx-conductor/testkit';
import { besideOf, DiskError, replaceFile, replaceLosable } from '../src/index';

describe('replacing a file', () => {
  it('writes beside it, then renames: nobody reads a part of it', () => {
    const disk = createMemoryDisk({ '/a/file': 'old' });
    replaceFile(disk, '/a/file', 'new');
    expect(disk.files()).toEqual({ '/a/file': 'new' });
    expect(disk.calls.map(({ method, path }) => [method, path])).toEqual([['write', besideOf('/a/file')], ['rename', '/a/file']]);
  });

  it.each(['write', 'rename'] as const)('leaves the old one, and nothing beside it, when the disk refuses to %s', (refused) => {
    const disk = createMemoryDisk({ '/a/file': 'old' });
    disk.before((call) => {
      if (call.method === refused) throw new DiskError(refused, call.path, 'ENOSPC');
    });
    expect(() => replaceFile(disk, '/a/file', 'new')).toThrow(DiskError);
    expect(replaceLosable(disk, '/a/file', 'new')).toBe(false);
    expect(disk.files()).toEqual({ '/a/file': 'old' });
  });

  it('makes the folder of what may be lost, under a name of its own each time', () => {
    const disk = createMemoryDisk();
    expect([replaceLosable(disk, '/b/c/file', 'one'), replaceLosable(disk, '/b/c/file', 'two')]).toEqual([true, true]);
    expect(disk.files()).toEqual({ '/b/c/file': 'two' });
    const beside = disk.calls.filter((call) => call.method === 'write').map((call) => call.path);
    expect(new Set(beside).size).toBe(2);
  });
});
