import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MatchStore } from './match-store.js';

describe('CRUD of matches', () => {
  let folder: string;
  let store: MatchStore;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'match-'));
    store = new MatchStore(folder);
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('goes from the first to the last', async () => {
    const id = await store.create({ leagueId: 'o1', title: 'First', round: 3, playedOn: '2024-05-01', attendance: 3 });
    expect(await store.get(id)).toMatchObject({ leagueId: 'o1' });
    await store.update(id, { leagueId: 'o2' });
    expect((await store.get(id))?.leagueId).toBe('o2');
    await store.remove(id);
    expect(await store.get(id)).toBeUndefined();
  });

  it('refuses an unknown id', async () => {
    expect(store.update('none', { leagueId: 'o2' })).rejects.toThrow('none');
  });
});
