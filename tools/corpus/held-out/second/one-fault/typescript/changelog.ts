import { execSync } from 'node:child_process';

/** One commit of the changelog. */
export interface ChangelogEntry {
  hash: string;
  subject: string;
}

/** The commits between two tags, newest first. */
export function changelogBetween(fromTag: string, toTag: string): ChangelogEntry[] {
  const output = execSync(`git log --format=%h%x09%s ${fromTag}..${toTag}`, { encoding: 'utf8' });
  return output
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => {
      const [hash = '', subject = ''] = line.split('\t');
      return { hash, subject };
    });
}
