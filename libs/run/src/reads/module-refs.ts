import { dirname, join, resolve } from 'node:path';
import { utf8Of, type Disk } from '@nx-conductor/core';

/**
 * The files that a helper module, or one that makes artifacts, loads, found in its text without running it, and in the files that those
 * load. Of an installed package its `package.json` stands for all of it. The module itself comes first; a name that
 * the text computes cannot be found.
 */
export function moduleFiles(disk: Disk, entry: string): string[] {
  const files = new Set([entry]);
  // A set keeps growing while it is walked, so this reaches everything.
  for (const path of files) {
    if (path.endsWith('.json')) continue;
    const bytes = disk.read(path);
    if (!bytes) continue;
    for (const [, name] of utf8Of(bytes).matchAll(/\b(?:(?:require(?:\.resolve)?|import)\s*\(|from|import)\s*["'`]([^"'`\n]+)["'`]/g)) {
      const found = /^[./]/.test(name as string) ? localFile(disk, resolve(dirname(path), name as string)) : packageFile(disk, dirname(path), name as string);
      if (found !== undefined) files.add(found);
    }
  }
  return [...files];
}

/** As a module is looked for when it is loaded: the file itself, with an ending, the index of a folder, or the source in TypeScript of a `.js`. */
function localFile(disk: Disk, path: string): string | undefined {
  const endings = ['', '.js', '.json', '.mjs', '.ts', '.cts', '.mts', '/index.js', '/index.json', '/index.mjs', '/index.ts', '/index.cts', '/index.mts'];
  const source = /\.[cm]?js$/.test(path) ? [`${path.slice(0, -2)}ts`] : [];
  return [...endings.map((ending) => path + ending), ...source].find((each) => disk.stat(each)?.kind === 'file');
}

function packageFile(disk: Disk, from: string, name: string): string | undefined {
  const owner = name.split('/', name.startsWith('@') ? 2 : 1).join('/');
  for (let at = from; ; at = dirname(at)) {
    const path = join(at, 'node_modules', owner, 'package.json');
    if (disk.stat(path)) return path;
    if (dirname(at) === at) return undefined;
  }
}

