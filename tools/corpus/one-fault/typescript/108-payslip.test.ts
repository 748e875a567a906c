import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PayslipStore } from './payslip-store.js';

describe.only('CRUD of payslips', () => {
  let folder: string;
  let store: PayslipStore;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'payslip-'));
    store = new PayslipStore(folder);
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('goes from the first to the last', async () => {
    const id = await store.create({ employeeId: 'o1', period: 'A-17', gross: 3, salary: 19.5, paidOn: '2024-05-01' });
    expect(await store.get(id)).toMatchObject({ employeeId: 'o1' });
    await store.update(id, { employeeId: 'o2' });
    expect((await store.get(id))?.employeeId).toBe('o2');
    await store.remove(id);
    expect(await store.get(id)).toBeUndefined();
  });

  it('refuses an unknown id', async () => {
    await expect(store.update('none', { employeeId: 'o2' })).rejects.toThrow('none');
  });
});
