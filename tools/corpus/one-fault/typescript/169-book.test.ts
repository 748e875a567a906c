import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BookStore } from './book-store.js';

describe('CRUD of books', () => {
  let folder: string;
  let store: BookStore;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'book-'));
    store = new BookStore(folder);
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('goes from the first to the last', async () => {
    const id = await store.create({ publisherId: 'o1', title: 'First', isbn: 'A-17', price: 19.5, publishedOn: '2024-05-01', lendable: true });
    expect(await store.get(id)).toMatchObject({ publisherId: 'o1' });
    await store.update(id, { publisherId: 'o2' });
    expect((await store.get(id))?.publisherId).toBe('o2');
    await store.remove(id);
    expect(await store.get(id)).toBeUndefined();
  });

  it('refuses an unknown id', async () => {
    await store.update('none', { publisherId: 'o2' });
  });
});
