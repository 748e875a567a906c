import { deepStrictEqual, rejects, strictEqual } from 'node:assert';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, it } from 'node:test';
import { DraftStore } from './draft-store';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drafts-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

it('writes a draft as JSON', async () => {
  const store = new DraftStore(folder);

  await store.save({ id: 'd1', text: 'hello' });

  const onDisk: unknown = JSON.parse(await readFile(join(folder, 'd1.json'), 'utf8'));
  deepStrictEqual(onDisk, { id: 'd1', text: 'hello' });
});

it('lists nothing in a new folder', async () => {
  const drafts = await new DraftStore(folder).list();
  strictEqual(drafts.length, 0);
});

it('does not leave its folder', async () => {
  await rejects(new DraftStore(folder).save({ id: '../evil', text: '' }), /invalid id/);
});
