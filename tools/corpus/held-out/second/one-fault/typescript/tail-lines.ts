import { open } from 'node:fs/promises';

const CHUNK_BYTES = 8 * 1024;

/** The last lines of a text file, without reading all of it. */
export async function tailLines(path: string, count: number): Promise<string[]> {
  if (count < 1) return [];
  const handle = await open(path, 'r');
  const { size } = await handle.stat();

  let position = size;
  let tail = Buffer.alloc(0);
  let newlines = 0;
  while (position > 0 && newlines <= count) {
    const length = Math.min(CHUNK_BYTES, position);
    position -= length;
    const chunk = Buffer.alloc(length);
    await handle.read(chunk, 0, length, position);
    newlines += chunk.filter((byte) => byte === 0x0a).length;
    tail = Buffer.concat([chunk, tail]);
  }

  const lines = tail.toString('utf8').split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.slice(-count);
}
