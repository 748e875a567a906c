import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { app } from '../app';

describe('health', () => {
  let server: Server;
  let url: string;

  beforeAll((done) => {
    server = createServer(app).listen(0, () => {
      url = `http://localhost:${(server.address() as AddressInfo).port}`;
      done();
    });
  });

  it('is up', async () => {
    const response = await fetch(`${url}/health`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'up' });
  });

  it('does not know other paths', async () => {
    const response = await fetch(`${url}/healthy`);
    expect(response.status).toBe(404);
  });
});
