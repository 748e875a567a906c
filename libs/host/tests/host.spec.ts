import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DiskError } from '@nx-conductor/core';
import { findFiles, loadFormatter, pause, realClock, realDisk } from '@nx-conductor/host';

let folder: string;
const at = (...parts: string[]) => join(folder, ...parts);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'conductor-host-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const errno = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    if (error instanceof DiskError) return error.errno;
    throw error;
  }
  return 'none';
};

describe('the real disk', () => {
  it('writes all bytes, reads them back, and tells their stat', () => {
    realDisk.makeDirectory(at('a/b'));
    realDisk.write(at('a/b/c'), 'ü'.repeat(1_000_000));
    expect(realDisk.read(at('a/b/c'))).toHaveLength(2_000_000);
    realDisk.append(at('a/b/c'), 'x');
    expect(realDisk.stat(at('a/b/c'))).toMatchObject({ kind: 'file', size: 2_000_001, inode: statSync(at('a/b/c')).ino });
  });

  it('has undefined for what is not there, also below a file', () => {
    writeFileSync(at('file'), '');
    for (const path of [at('none'), at('file', 'below')]) {
      expect(realDisk.read(path)).toBeUndefined();
      expect(realDisk.stat(path)).toBeUndefined();
      expect(realDisk.list(path)).toBeUndefined();
      expect(realDisk.realPath(path)).toBeUndefined();
    }
  });

  it('lists in code-unit order and does not follow links', () => {
    for (const name of ['b', 'B', 'ä', 'a']) writeFileSync(at(name), '');
    mkdirSync(at('dir'));
    symlinkSync(at('dir'), at('link'));
    expect(realDisk.list(folder)?.map((entry) => `${entry.name} ${entry.kind}`)).toEqual(['B file', 'a file', 'b file', 'dir directory', 'link symlink', 'ä file']);
    expect(realDisk.stat(at('link'))?.kind).toBe('symlink');
    expect(realDisk.realPath(at('link'))).toBe(realDisk.realPath(at('dir')));
  });

  it('makes a folder with those above it, and says why it cannot', () => {
    realDisk.makeDirectory(at('a/b/c'));
    realDisk.makeDirectory(at('a/b/c'));
    symlinkSync(at('a'), at('link'));
    realDisk.makeDirectory(at('link/d/e'));
    expect(statSync(at('a/d/e')).isDirectory()).toBe(true);
    writeFileSync(at('file'), '');
    symlinkSync(at('nowhere'), at('dangling'));
    for (const [path, reason] of [['file', 'EEXIST'], ['file/x', 'ENOTDIR'], ['file/x/y', 'ENOTDIR'], ['dangling', 'EEXIST'], ['dangling/x', 'EEXIST']] as const) {
      expect([path, errno(() => realDisk.makeDirectory(at(path)))]).toEqual([path, reason]);
    }
  });

  it('comes to an end in a folder that takes none', () => {
    // Node's own way never does.
    expect(existsSync('/proc/self')).toBe(process.platform === 'linux');
    expect(errno(() => realDisk.makeDirectory(process.platform === 'linux' ? '/proc/x/y' : at('x'.repeat(300))))).toMatch(/^EN/);
  });

  it('turns refusals into DiskErrors with their errno', () => {
    mkdirSync(at('dir'));
    writeFileSync(at('dir', 'file'), '');
    expect(errno(() => realDisk.read(at('dir')))).toBe('EISDIR');
    expect(errno(() => realDisk.write(at('none', 'file'), ''))).toBe('ENOENT');
    expect(errno(() => realDisk.write(at('x'.repeat(300)), ''))).toBe('ENAMETOOLONG');
    expect(errno(() => realDisk.rename(at('none'), at('other')))).toBe('ENOENT');
    expect(realDisk.removeDirectory(at('dir'))).toBe(false);
    realDisk.remove(at('dir', 'file'));
    realDisk.remove(at('dir', 'file'));
    expect(realDisk.removeDirectory(at('dir'))).toBe(true);
  });

  it('reports a full disk that first takes a part', () => {
    // /dev/full takes no byte at all; a short write is provoked in the tests of the run with a disk in memory.
    expect(errno(() => realDisk.write('/dev/full', 'x'))).toBe('ENOSPC');
  });

  it('creates exclusively, links and touches', () => {
    expect(realDisk.createExclusive(at('once'), 'a')).toBe(true);
    expect(realDisk.createExclusive(at('once'), 'b')).toBe(false);
    expect(realDisk.link(at('once'), at('twice'))).toBe(true);
    expect(realDisk.stat(at('twice'))?.inode).toBe(realDisk.stat(at('once'))?.inode);
    chmodSync(at('once'), 0o600);
    realDisk.touch(at('once'));
    expect(Math.abs((realDisk.stat(at('once'))?.mtimeMs ?? 0) - realClock.now())).toBeLessThan(60_000);
    expect(readFileSync(at('once'), 'utf8')).toBe('a');
  });
});

describe('files and formatters', () => {
  it('finds files by glob, without what is ignored', async () => {
    for (const path of ['b/x.json', 'a/x.json', 'node_modules/x.json']) {
      mkdirSync(join(at(path), '..'), { recursive: true });
      writeFileSync(at(path), '');
    }
    expect(await findFiles('**/x.json', folder, ['**/node_modules/**'])).toEqual([at('a/x.json'), at('b/x.json')]);
    expect(await findFiles('none/*.json', folder, [])).toEqual([]);
  });

  it.each([
    ['prettier', 'index.cjs', 'const api = { format: async (text, { filepath }) => text.trim() + filepath.slice(-3), resolveConfig: async () => null, getFileInfo: async (path) => ({ inferredParser: /[.]ts$/.test(path) ? "ts" : null }) };\nmodule.exports = Object.fromEntries(Object.entries(api));'],
    ['oxfmt', 'index.cjs', 'exports.format = async (path, text) => (/[.]ts$/.test(path) ? { code: text.trim() + ".ts", errors: [] } : { code: text, errors: [{ message: `Unsupported file type: ${path}` }] });'],
  ])('formats with %s as it is installed, and leaves alone what it does not know', async (name, main, code) => {
    mkdirSync(at('node_modules', name), { recursive: true });
    writeFileSync(at('node_modules', name, 'package.json'), JSON.stringify({ name, version: '1.2.3', main }));
    writeFileSync(at('node_modules', name, main), code);
    const formatter = await loadFormatter(name, folder, undefined);
    expect(formatter?.id).toBe(`${name} 1.2.3`);
    expect(await formatter?.format(at('a.ts'), '  a ')).toBe('a.ts');
    expect(await formatter?.format(at('a.sql'), '  a ')).toBe('  a ');
  });

  it('has no formatter where none is installed', async () => {
    expect(await loadFormatter('oxfmt', folder, undefined)).toBeUndefined();
  });

  it('lets timers and signals have their turn', async () => {
    let turned = false;
    setImmediate(() => (turned = true));
    await pause();
    expect(turned).toBe(true);
  });
});
