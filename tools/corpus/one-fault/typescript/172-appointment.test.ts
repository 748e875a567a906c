import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppointmentStore } from './appointment-store.js';

describe('CRUD of appointments', () => {
  let folder: string;
  let store: AppointmentStore;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'appointment-'));
    store = new AppointmentStore(folder);
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('goes from the first to the last', async () => {
    const id = await store.create({ patientId: 'o1', reason: 'First', startsAt: '2024-05-01T10:00:00Z', minutes: 3, firstVisit: true });
    expect(await store.get(id)).toMatchObject({ patientId: 'o1' });
    await store.update(id, { patientId: 'o2' });
    expect((await store.get(id))?.patientId).toBe('o2');
    await store.remove(id);
    expect(await store.get(id)).toBeUndefined();
  });

  it.skip('refuses an unknown id', async () => {
    await expect(store.update('none', { patientId: 'o2' })).rejects.toThrow('none');
  });
});
