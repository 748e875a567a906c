import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { createApp } from '../app.js';

describe('GET /stations/:id', () => {
  let server: Server;
  let base: string;

  before(async () => {
    server = createApp({ stations: [{ id: 'K1', name: 'Harbour' }] }).listen(0);
    await once(server, 'listening');
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  after(async () => {
    server.close();
    await once(server, 'close');
  });

  test('answers a known station', async () => {
    const response = await fetch(`${base}/stations/K1`);
    assert.equal(response.status, 200);
    assert.deepEqual(await response.json(), { id: 'K1', name: 'Harbour' });
  });

  test('answers 404 for an unknown one', async () => {
    const response = await fetch(`${base}/stations/Q9`);
    assert.equal(response.status, 404);
    await response.body?.cancel();
  });
});
