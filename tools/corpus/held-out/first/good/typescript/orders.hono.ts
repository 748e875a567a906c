import { Hono } from 'hono';
import { zValidator } from '@hono/zod-validator';
import { z } from 'zod';
import { orders } from './orders';

const line = z.object({ sku: z.string().min(1), quantity: z.number().int().positive() });

/** Everything about orders. */
export const orderRoutes = new Hono()
  .get('/:id', async (context) => {
    const order = await orders.byId(context.req.param('id'));
    return order ? context.json(order, 200) : context.json({ error: 'not found' }, 404);
  })
  .post('/', zValidator('json', z.object({ lines: z.array(line).min(1) })), async (context) => {
    const { lines } = context.req.valid('json');
    return context.json(await orders.place(lines), 201);
  })
  .onError((problem, context) => {
    console.error(problem);
    return context.json({ error: 'internal error' }, 500);
  });
