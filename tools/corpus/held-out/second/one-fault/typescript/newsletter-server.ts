import { createServer, type IncomingMessage, type Server } from 'node:http';

/** Somebody who wants the newsletter. */
export interface Subscription {
  email: string;
  topics: string[];
}

/** Where subscriptions are kept. */
export interface SubscriptionStore {
  add(subscription: Subscription): Promise<{ id: string }>;
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  request.setEncoding('utf8');
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > 10_000) throw new RangeError('body too large');
  }
  return text;
}

/** A server with the one route POST /subscriptions. */
export function newsletterServer(store: SubscriptionStore, log: (error: unknown) => void): Server {
  return createServer(async (request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.method !== 'POST' || request.url !== '/subscriptions') {
      response.writeHead(404).end('{"error":"not found"}');
      return;
    }
    try {
      const body: unknown = JSON.parse(await readBody(request));
      const { id } = await store.add(body as Subscription);
      response.writeHead(201).end(JSON.stringify({ id }));
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof RangeError) {
        response.writeHead(400).end('{"error":"the body is too large or not JSON"}');
        return;
      }
      log(error);
      response.writeHead(500).end('{"error":"internal error"}');
    }
  });
}
