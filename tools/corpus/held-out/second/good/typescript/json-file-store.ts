import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/**
 * Keeps one value in one JSON file.
 *
 * @typeParam T what the file holds; `parse` decides whether the content is one
 */
export class JsonFileStore<T> {
  constructor(
    private readonly path: string,
    private readonly parse: (raw: unknown) => T,
  ) {}

  /** The stored value, or null when nothing has been stored yet. */
  async load(): Promise<T | null> {
    let text: string;
    try {
      text = await readFile(this.path, 'utf8');
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
    return this.parse(JSON.parse(text) as unknown);
  }

  /** Replaces the value in one step, so that nobody ever reads half a file. */
  async save(value: T): Promise<void> {
    const draft = `${this.path}.${process.pid}.tmp`;
    await mkdir(dirname(this.path), { recursive: true });
    await writeFile(draft, JSON.stringify(value, null, 2), { encoding: 'utf8', mode: 0o600 });
    await rename(draft, this.path);
  }
}
