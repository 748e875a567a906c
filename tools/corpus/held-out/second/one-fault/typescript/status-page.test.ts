import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { statusPage } from '../src/status-page';

let server: Server;

const url = (path: string): string => `http://localhost:${(server.address() as AddressInfo).port}${path}`;

beforeAll(async () => {
  server = createServer(statusPage({ version: '1.4.0' })).listen(0);
  await once(server, 'listening');
});

describe('status page', () => {
  it('tells the version', async () => {
    const response = await fetch(url('/status'));

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ version: '1.4.0', ok: true });
  });

  it('knows no other page', async () => {
    expect((await fetch(url('/admin'))).status).toBe(404);
  });
});
