import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What came of a three-way merge: a text, with conflict markers where both sides changed the same lines; or that git is not there, or refuses these texts. */
export type MergedTexts = { readonly kind: 'clean' | 'overlaps'; readonly text: string } | { readonly kind: 'git-missing' | 'not-text' };

/** `git merge-file` exits with the number of overlaps, at most this; beyond it something is wrong. */
const MOST_OVERLAPS = 127;

/** Merges what people changed in a text with what the generator changed in it, by `git merge-file`. */
export function mergeTexts(edited: string, base: string, generated: string): MergedTexts {
  const { spawnSync } = require('node:child_process') as typeof import('node:child_process');
  const { devNull, tmpdir } = require('node:os') as typeof import('node:os');
  const folder = mkdtempSync(join(tmpdir(), 'conductor-merge-'));
  try {
    const files = Object.entries({ edited, base, generated }).map(([name, text]) => {
      writeFileSync(join(folder, name), text);
      return name;
    });
    // No configuration of people's: it could choose other markers.
    const env = { ...process.env, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: devNull, GIT_CEILING_DIRECTORIES: folder };
    const labels = files.flatMap((name) => ['-L', name]);
    const { status, stdout, error } = spawnSync('git', ['merge-file', '-p', ...labels, ...files], { cwd: folder, env, encoding: 'utf8', maxBuffer: 1 << 28 });
    if (error) return { kind: 'git-missing' };
    if (status === null || status > MOST_OVERLAPS) return { kind: 'not-text' };
    return { kind: status === 0 ? 'clean' : 'overlaps', text: stdout };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
