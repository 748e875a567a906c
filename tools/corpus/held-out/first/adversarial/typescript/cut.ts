import { createServer } from 'node:http';

/** Listens. */
export function listen(port: number): Promise<void> {
  return new Promise((done, fail) => {
    const server = createServer((request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.end(request.url);
    });
    server.once('error', fail);
    server.listen(port, () =>
