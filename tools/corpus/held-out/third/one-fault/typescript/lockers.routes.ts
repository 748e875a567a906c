import type { FastifyInstance } from 'fastify';
import type { LockerService } from './lockerService';

const openSchema = {
  params: {
    type: 'object',
    required: ['lockerId'],
    properties: { lockerId: { type: 'integer', minimum: 1 } },
  },
  body: {
    type: 'object',
    required: ['pin'],
    additionalProperties: false,
    properties: { pin: { type: 'string', pattern: '^[0-9]{6}$' } },
  },
} as const;

/** Routes of parcel lockers. */
export async function lockerRoutes(app: FastifyInstance, options: { lockers: LockerService }): Promise<void> {
  app.post<{ Params: { lockerId: number }; Body: { pin: string } }>(
    '/lockers/:lockerId/open',
    { schema: openSchema },
    async (request, reply) => {
      const opened = await options.lockers.open(request.params.lockerId, request.body.pin);
      if (!opened) {
        return reply.code(200).send({ success: false, message: 'wrong pin' });
      }
      return reply.code(204).send();
    },
  );
}
