import type { FastifyInstance, FastifyPluginAsync } from 'fastify';

/** What the plugin needs of the outside. */
export interface MeterReadingsOptions {
  store: {
    insert(reading: NewReading): Promise<{ id: string }>;
    latest(meterId: string): Promise<Reading | undefined>;
  };
}

/** A reading that was not yet stored. */
export interface NewReading {
  meterId: string;
  kilowattHours: number;
  readAt: string;
}

/** A stored reading. */
export interface Reading extends NewReading {
  id: string;
}

const meterIdPattern = '^[A-Z]{2}[0-9]{8}$';

const newReadingSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['meterId', 'kilowattHours', 'readAt'],
  properties: {
    meterId: { type: 'string', pattern: meterIdPattern },
    kilowattHours: { type: 'number', minimum: 0 },
    readAt: { type: 'string', format: 'date-time' },
  },
} as const;

/** Routes for readings of electricity meters. */
export const meterReadings: FastifyPluginAsync<MeterReadingsOptions> = async (
  app: FastifyInstance,
  { store }: MeterReadingsOptions,
): Promise<void> => {
  app.post<{ Body: NewReading }>('/readings', { schema: { body: newReadingSchema } }, async (request, reply) => {
    const { id } = await store.insert(request.body);
    return reply.code(201).send({ id });
  });

  app.get<{ Params: { meterId: string } }>(
    '/meters/:meterId/latest',
    {
      schema: {
        params: {
          type: 'object',
          required: ['meterId'],
          properties: { meterId: { type: 'string', pattern: meterIdPattern } },
        },
      },
    },
    async (request, reply) => {
      const reading = await store.latest(request.params.meterId);
      if (reading === undefined) {
        return reply.code(404).send({ error: 'no_reading' });
      }
      return reading;
    },
  );

  app.setErrorHandler((error, request, reply) => {
    if (error.statusCode !== undefined && error.statusCode < 500) {
      return reply.code(error.statusCode).send({ error: 'invalid_request' });
    }
    request.log.error({ err: error }, 'request failed');
    return reply.code(500).send({ error: 'internal_error' });
  });
};
