import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { echoHandler } from '../src/echo-handler.js';

describe('echo handler', () => {
  let server: Server;
  let origin: string;

  before(async () => {
    server = createServer(echoHandler);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  after(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });

  test('sends the body back', async () => {
    const response = await fetch(`${origin}/echo`, { method: 'POST', body: 'ping' });

    assert.equal(response.status, 200);
    assert.equal(await response.text(), 'ping');
  });

  test('refuses GET', async () => {
    const response = await fetch(`${origin}/echo`);

    assert.equal(response.status, 405);
    assert.equal(response.headers.get('allow'), 'POST');
  });
});
