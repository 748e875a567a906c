import { Router } from 'express';
import type { Pool } from 'pg';

/** Searching the calendar of events. */
export function eventsSearchRouter(pool: Pool): Router {
  const router = Router();

  router.get('/events', async (req, res, next) => {
    const term = req.query.q;
    if (typeof term !== 'string' || term.length < 2 || term.length > 80) {
      res.status(400).json({ error: 'q must have 2 to 80 characters' });
      return;
    }
    try {
      const sql =
        'SELECT id, title, starts_at FROM event ' +
        "WHERE title ILIKE '%" + term + "%' " +
        'ORDER BY starts_at LIMIT 50';
      const { rows } = await pool.query(sql);
      res.json({ events: rows });
    } catch (error) {
      next(error);
    }
  });

  return router;
}
