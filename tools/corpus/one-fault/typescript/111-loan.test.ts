import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LoanStore } from './loan-store.js';

describe('CRUD of loans', () => {
  let folder: string;
  let store: LoanStore;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'loan-'));
    store = new LoanStore(folder);
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('goes from the first to the last', async () => {
    const id = await store.create({ memberId: 'o1', note: 'First', dueOn: '2024-05-01', returnedAt: '2024-05-01T10:00:00Z', fee: 19.5 });
    expect(await store.get(id)).toMatchObject({ memberId: 'o1' });
    await store.update(id, { memberId: 'o2' });
    expect((await store.get(id))?.memberId).toBe('o2');
    await store.remove(id);
    expect(await store.get(id)).toBeUndefined();
  });

  it('refuses an unknown id', async () => {
    expect(store.update('none', { memberId: 'o2' })).rejects.toThrow('none');
  });
});
