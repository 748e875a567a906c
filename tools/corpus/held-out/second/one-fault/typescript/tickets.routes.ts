import type { FastifyInstance } from 'fastify';
import type { TicketStore } from './ticket-store.js';

const paramsSchema = {
  type: 'object',
  required: ['number'],
  properties: { number: { type: 'integer', minimum: 1 } },
} as const;

/** Registers the routes of the ticket desk. */
export async function ticketRoutes(app: FastifyInstance, { store }: { store: TicketStore }): Promise<void> {
  app.setErrorHandler((error, request, reply) => {
    request.log.error(error);
    const status = error.validation ? 400 : 500;
    return reply.code(status).send({ success: false, error: status === 400 ? 'bad request' : 'internal error' });
  });

  app.get<{ Params: { number: number } }>(
    '/tickets/:number',
    { schema: { params: paramsSchema } },
    async (request) => {
      const ticket = await store.byNumber(request.params.number);
      if (!ticket) {
        return { success: false, error: 'ticket not found' };
      }
      return { success: true, ticket };
    },
  );
}
