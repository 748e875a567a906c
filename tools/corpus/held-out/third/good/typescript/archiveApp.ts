import { Hono } from 'hono';
import { zValidator } from '@hono/zod-validator';
import { z } from 'zod';
import { findBox, listBoxes } from './boxes';

const listQuery = z.object({
  fonds: z.string().regex(/^[A-Z]{1,4}-\d{1,5}$/),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const boxParam = z.object({ box: z.coerce.number().int().positive() });

/** The public, read-only face of the municipal archive. */
export const archiveApp = new Hono();

archiveApp.get('/boxes', zValidator('query', listQuery), async (c) => {
  const { fonds, limit } = c.req.valid('query');
  return c.json({ items: await listBoxes(fonds, limit) });
});

archiveApp.get('/boxes/:box', zValidator('param', boxParam), async (c) => {
  const box = await findBox(c.req.valid('param').box);
  if (!box) {
    return c.json({ error: 'box_not_found' }, 404);
  }
  if (box.closedUntil && box.closedUntil > new Date()) {
    return c.json({ error: 'box_closed', until: box.closedUntil.toISOString() }, 451);
  }
  return c.json(box);
});

archiveApp.notFound((c) => c.json({ error: 'not_found' }, 404));

archiveApp.onError((error, c) => {
  console.error('archive request failed', error);
  return c.json({ error: 'internal_error' }, 500);
});
