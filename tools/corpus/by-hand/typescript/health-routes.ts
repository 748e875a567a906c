import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

const Query = z.object({ deep: z.coerce.boolean().default(false) });

export default async function health(fastify: FastifyInstance): Promise<void> {
  fastify.get('/health', async (request, reply) => {
    const query = Query.safeParse(request.query);
    if (!query.success) return reply.code(400).send({ message: query.error.message });
    if (!query.data.deep) return { status: 'up' };
    try {
      await fastify.pg.query('SELECT 1');
      return { status: 'up', database: 'up' };
    } catch (error) {
      request.log.error(error);
      return reply.code(503).send({ status: 'down' });
    }
  });
}
