import { afterEach, beforeEach, describe, it } from 'node:test';
import { strictEqual } from 'node:assert/strict';
import { AuditTrail } from './audit-trail';
import { MemoryStore } from './memory-store';

describe('AuditTrail', () => {
  let store: MemoryStore;
  let trail: AuditTrail;

  beforeEach(() => {
    store = new MemoryStore();
    trail = new AuditTrail(store);
  });

  afterEach(() => {
    store.clear();
  });

  it('starts empty', async () => {
    strictEqual((await trail.entries()).length, 0);
  });

  it('records who changed the price', async () => {
    await trail.record({ actor: 'mia', action: 'price-changed', subject: 'sku-1' });
    const entries = await trail.entries();
    const found = entries.find((entry) => entry.actor === 'mia');
    await trail.describe(found);
  });
});
