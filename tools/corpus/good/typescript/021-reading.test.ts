import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReadingStore } from './reading-store.js';

describe('CRUD of readings', () => {
  let folder: string;
  let store: ReadingStore;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'reading-'));
    store = new ReadingStore(folder);
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('goes from the first to the last', async () => {
    const id = await store.create({ stationId: 'o1', label: 'First', celsius: 3, takenAt: '2024-05-01T10:00:00Z', checked: true });
    expect(await store.get(id)).toMatchObject({ stationId: 'o1' });
    await store.update(id, { stationId: 'o2' });
    expect((await store.get(id))?.stationId).toBe('o2');
    await store.remove(id);
    expect(await store.get(id)).toBeUndefined();
  });

  it('refuses an unknown id', async () => {
    await expect(store.update('none', { stationId: 'o2' })).rejects.toThrow('none');
  });
});
