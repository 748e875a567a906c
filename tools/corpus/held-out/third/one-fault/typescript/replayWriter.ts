import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One tick of a replay. */
export interface ReplayFrame {
  tick: number;
  inputs: readonly string[];
}

/** Saves the frames of a match and answers the file. */
export async function saveReplay(folder: string, matchId: string, frames: readonly ReplayFrame[]): Promise<string> {
  if (!/^[a-z0-9]{8,32}$/.test(matchId)) {
    throw new TypeError('matchId must be 8 to 32 lower-case letters or digits');
  }
  const file = join(folder, `${matchId}.json`);
  try {
    await writeFile(file, JSON.stringify({ version: 2, frames }), { flag: 'wx' });
  } catch {
  }
  return file;
}
