import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFolder } from './write-folder.mjs';

describe('writeFolder', () => {
  let folder;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'conductor-build-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const file = (name, text) => ({ path: join(folder, name), content: Buffer.from(text) });

  it('writes files in folders of any depth, and drops what is not wanted any more', () => {
    mkdirSync(join(folder, 'old'));
    writeFileSync(join(folder, 'old', 'gone.js'), 'x');
    writeFolder(folder, [file('cli.js', 'a'), file('executors/generate.js', 'b')]);
    expect(readFileSync(join(folder, 'executors', 'generate.js'), 'utf8')).toBe('b');
    expect(readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.js')).sort()).toEqual(['cli.js', join('executors', 'generate.js')]);
  });

  it('leaves a file alone that holds the same bytes', () => {
    writeFolder(folder, [file('cli.js', 'a')]);
    const path = join(folder, 'cli.js');
    utimesSync(path, 1000, 1000);
    const before = statSync(path);
    writeFolder(folder, [file('cli.js', 'a')]);
    expect(statSync(path)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
    writeFolder(folder, [file('cli.js', 'changed')]);
    expect(readFileSync(path, 'utf8')).toBe('changed');
  });
});
