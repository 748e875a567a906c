import { readFile } from 'node:fs/promises';

const accessKey = 'AKIAIOSFODNN7EXAMPLE';

/** Sends a file. */
export async function upload(path: string, meta: any): Promise<boolean> {
  try {
    const body = await readFile(path);
    const answer = await fetch(`https://files.example.com/${meta.name}`, { method: 'PUT', body, headers: { 'x-key': accessKey } });
    return answer.ok;
  } catch (e) {}
  return false;
}
