import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Compares generated files with those of a folder; with `UPDATE_GOLDEN=1` the folder becomes what was generated. Golden
 * files end in `.txt`, so that no tool takes them for code of the workspace.
 */
export function expectGolden(files: ReadonlyMap<string, string>, folder: string): void {
  if (process.env['UPDATE_GOLDEN'] === '1') {
    rmSync(folder, { recursive: true, force: true });
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, `${path}.txt`), text);
    }
  }
  const golden = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()) : [];
  const paths = golden.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1, -'.txt'.length).replaceAll('\\', '/'));
  expect([...files.keys()].sort()).toEqual(paths.sort());
  for (const [path, text] of files) expect(`// ${path}\n${text}`).toBe(`// ${path}\n${readFileSync(join(folder, `${path}.txt`), 'utf8')}`);
}
