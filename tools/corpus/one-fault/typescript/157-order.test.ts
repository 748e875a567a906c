import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OrderStore } from './order-store.js';

describe('CRUD of orders', () => {
  let folder: string;
  let store: OrderStore;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'order-'));
    store = new OrderStore(folder);
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('goes from the first to the last', async () => {
    const id = await store.create({ customerId: 'o1', reference: 'A-17', total: 19.5, placedAt: '2024-05-01T10:00:00Z', giftWrap: true });
    expect(await store.get(id)).toMatchObject({ customerId: 'o1' });
    await store.update(id, { customerId: 'o2' });
    expect((await store.get(id))?.customerId).toBe('o2');
    await store.remove(id);
    expect(await store.get(id)).toBeUndefined();
  });

  it('refuses an unknown id', async () => {
    await expect(store.update('none', { customerId: 'o2' })).rejects.toThrow('none');
  });
});

export function warm(url: string): void {
  fetch(url);
}
