import type { FastifyInstance } from 'fastify';
import type { NoteStore } from './note-store';

const noteBody = {
  type: 'object',
  required: ['title'],
  additionalProperties: false,
  properties: { title: { type: 'string', minLength: 1 }, text: { type: 'string' } },
} as const;

/** Routes under `/notes`. */
export async function notes(app: FastifyInstance, options: { store: NoteStore }): Promise<void> {
  app.get<{ Params: { id: string } }>('/notes/:id', async (request, reply) => {
    const note = await options.store.find(request.params.id);
    if (!note) return reply.code(404).send({ message: 'no such note' });
    return reply.code(200).send(note);
  });

  app.post<{ Body: { title: string; text?: string } }>('/notes', { schema: { body: noteBody } }, async (request, reply) => {
    const note = await options.store.insert(request.body);
    return reply.code(201).send(note);
  });
}
