import { Router } from 'express';
import { pool } from '../db';
import { mailer } from '../mailer';

async function announce(orderId: number): Promise<void> {
  await mailer.send({ to: 'orders@example.org', subject: `New order ${orderId}` });
}

/** Routes of orders. */
export const ordersRouter = Router();

ordersRouter.post('/orders', async (req, res) => {
  const { customerId, sku, quantity } = req.body;
  try {
    const result = await pool.query(
      `INSERT INTO orders (customer_id, sku, quantity) VALUES (${customerId}, '${sku}', ${quantity}) RETURNING id`,
    );
    announce(result.rows[0].id);
    res.json(result.rows[0]);
  } catch (err) {
    res.status(500).json({ error: (err as Error).message });
  }
});
