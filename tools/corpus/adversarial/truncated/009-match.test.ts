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
    const id = await 