import { open } from 'node:fs/promises';

/** The last lines of a file, without reading the whole of it. */
export async function tail(path: string, lines: number, chunk = 4096): Promise<string[]> {
  const handle = await open(path);
  try {
    let { size } = await handle.stat();
    let text = '';
    while (size > 0 && text.split('\n').length <= lines + 1) {
      const length = Math.min(chunk, size);
      size -= length;
      const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size);
      text = buffer.toString('utf8') + text;
    }
    return text.trimEnd().split('\n').slice(-lines);
  } finally {
    await handle.close();
  }
}
