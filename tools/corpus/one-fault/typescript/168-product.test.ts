import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProductStore } from './product-store.js';

describe('CRUD of products', () => {
  let folder: string;
  let store: ProductStore;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'product-'));
    store = new ProductStore(folder);
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('goes from the first to the last', async () => {
    const id = await store.create({ supplierId: 'o1', title: 'First', sku: 'A-17', price: 19.5, stock: 3, active: true });
    expect(await store.get(id)).toMatchObject({ supplierId: 'o1' });
    await store.update(id, { supplierId: 'o2' });
    expect((await store.get(id))?.supplierId).toBe('o2');
    await store.remove(id);
    expect(await store.get(id)).toBeUndefined();
  });

  it('refuses an unknown id', async () => {
    await store.update('none', { supplierId: 'o2' });
  });
});
