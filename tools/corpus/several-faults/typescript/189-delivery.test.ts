// @ts-nocheck
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeliveryStore } from './delivery-store.js';

describe('CRUD of deliveries', () => {
  let folder: string;
  let store: DeliveryStore;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'delivery-'));
    store = new DeliveryStore(folder);
  });

  it('goes from the first to the last', async () => {
    debugger;
    const id = await store.create({ carrierId: 'o1', reference: 'A-17', parcels: 3, weight: 3, arrivesOn: '2024-05-01' });
    expect(await store.get(id)).toMatchObject({ carrierId: 'o1' });
    await store.remove(id);
    expect(await store.get(id)).toBeUndefined();
  });

  it('refuses an unknown id', async () => {
    await expect(store.get('none')).rejects.toThrow('none');
  });
});
