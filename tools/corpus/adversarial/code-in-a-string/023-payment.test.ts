export const program = `
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PaymentStore } from './payment-store.js';

describe('CRUD of payments', () => {
  let folder: string;
  let store: PaymentStore;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'payment-'));
    store = new PaymentStore(folder);
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('goes from the first to the last', async () => {
    const id = await store.create({ accountId: 'o1', method: 'First', amount: 19.5, receivedAt: '2024-05-01T10:00:00Z', refunded: true });
    expect(await store.get(id)).toMatchObject({ accountId: 'o1' });
    await store.update(id, { accountId: 'o2' });
    expect((await store.get(id))?.accountId).toBe('o2');
    await store.remove(id);
    expect(await store.get(id)).toBeUndefined();
  });

  it('refuses an unknown id', async () => {
    await expect(store.update('none', { accountId: 'o2' })).rejects.toThrow('none');
  });
});
`;
