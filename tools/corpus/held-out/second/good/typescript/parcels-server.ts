import Fastify, { type FastifyInstance } from 'fastify';
import type { ParcelStore } from './parcel-store.js';

interface ParcelBody {
  recipient: string;
  grams: number;
}

const parcelBodySchema = {
  type: 'object',
  required: ['recipient', 'grams'],
  additionalProperties: false,
  properties: {
    recipient: { type: 'string', minLength: 1, maxLength: 120 },
    grams: { type: 'integer', minimum: 1, maximum: 30_000 },
  },
} as const;

const parcelParamsSchema = {
  type: 'object',
  required: ['code'],
  properties: { code: { type: 'string', pattern: '^[A-Z0-9]{10}$' } },
} as const;

/** Builds the parcel API without listening, so that tests can inject requests. */
export function buildParcelServer(store: ParcelStore): FastifyInstance {
  const app = Fastify({ logger: true });

  app.setErrorHandler((error, request, reply) => {
    if (error.validation) {
      return reply.code(400).send({ error: 'the request is not valid' });
    }
    request.log.error({ err: error }, 'request failed');
    return reply.code(500).send({ error: 'internal error' });
  });

  app.post<{ Body: ParcelBody }>('/parcels', { schema: { body: parcelBodySchema } }, async (request, reply) => {
    const parcel = await store.register(request.body.recipient, request.body.grams);
    return reply.code(201).send(parcel);
  });

  app.get<{ Params: { code: string } }>(
    '/parcels/:code',
    { schema: { params: parcelParamsSchema } },
    async (request, reply) => {
      const parcel = await store.byCode(request.params.code);
      if (parcel === undefined) {
        return reply.code(404).send({ error: 'unknown parcel' });
      }
      return reply.send(parcel);
    },
  );

  return app;
}
