import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TripStore } from './trip-store.js';

describe('CRUD of trips', () => {
  let folder: string;
  let store: TripStore;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'trip-'));
    store = new TripStore(folder);
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('goes from the first to the last', async () => {
    const id = await store.create({ driverId: 'o1', route: 'First', distance: 3, startedAt: '2024-05-01T10:00:00Z', cost: 19.5 });
    expect(await store.get(id)).toMatchObject({ driverId: 'o1' });
    await store.remove(id);
    expect(await store.get(id)).toBeUndefined();
  });

  it('refuses an unknown id', async () => {
    await expect(store.get('none')).rejects.toThrow('none');
  });
});
