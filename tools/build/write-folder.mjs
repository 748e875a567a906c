import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Makes a folder hold exactly these files. A file that is right already is left alone, and another is put in place
 * by one rename: Nx processes that are running may load from the folder at any moment.
 */
export function writeFolder(folder, files) {
  const wanted = new Set(files.map(({ path }) => path));
  for (const { path, content } of files) {
    if (sameBytes(path, content)) continue;
    mkdirSync(dirname(path), { recursive: true });
    const staged = `${path}.${process.pid}.tmp`;
    writeFileSync(staged, content);
    renameSync(staged, path);
  }
  for (const path of filesBelow(folder)) if (!wanted.has(path)) rmSync(path, { force: true });
}

function sameBytes(path, content) {
  try {
    return readFileSync(path).equals(content);
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

function filesBelow(folder) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}
