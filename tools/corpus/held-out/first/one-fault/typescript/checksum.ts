import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

/** SHA-256 of the first bytes of a file. */
export async function checksum(path: string, bytes: number): Promise<string> {
  const handle = await open(path, 'r');
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
  return createHash('sha256').update(buffer.subarray(0, bytesRead)).digest('hex');
}
