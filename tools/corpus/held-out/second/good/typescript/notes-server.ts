import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { NoteStore } from './note-store.js';

const MAX_BODY_BYTES = 16 * 1024;

class RequestError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new RequestError(413, 'body too large');
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new RequestError(400, 'body is not JSON');
  }
}

function noteText(body: unknown): string {
  if (typeof body === 'object' && body !== null && 'text' in body && typeof body.text === 'string') {
    const text = body.text.trim();
    if (text !== '') return text;
  }
  throw new RequestError(400, 'text must be a non-empty string');
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

async function route(store: NoteStore, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url !== '/notes') throw new RequestError(404, 'not found');
  if (request.method === 'GET') {
    sendJson(response, 200, await store.list());
  } else if (request.method === 'POST') {
    sendJson(response, 201, await store.add(noteText(await readJson(request))));
  } else {
    response.setHeader('allow', 'GET, POST');
    throw new RequestError(405, 'method not allowed');
  }
}

/** A server for notes that is not listening yet. */
export function createNotesServer(store: NoteStore, reportError: (error: unknown) => void): Server {
  return createServer((request, response) => {
    route(store, request, response).catch((error: unknown) => {
      if (error instanceof RequestError) {
        sendJson(response, error.status, { error: error.message });
        return;
      }
      reportError(error);
      sendJson(response, 500, { error: 'internal error' });
    });
  });
}
