import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VehicleStore } from './vehicle-store.js';

describe('CRUD of vehicles', () => {
  let folder: string;
  let store: VehicleStore;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vehicle-'));
    store = new VehicleStore(folder);
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('goes from the first to the last', async () => {
    const id = await store.create({ depotId: 'o1', plate: 'A-17', seats: 3, boughtOn: '2024-05-01', electric: true });
    expect(await store.get(id)).toMatchObject({ depotId: 'o1' });
    await store.update(id, { depotId: 'o2' });
    expect((await store.get(id))?.depotId).toBe('o2');
    await store.remove(id);
    expect(await store.get(id)).toBeUndefined();
  });

  it.only('refuses an unknown id', async () => {
    await expect(store.update('none', { depotId: 'o2' })).rejects.toThrow('none');
  });
});
