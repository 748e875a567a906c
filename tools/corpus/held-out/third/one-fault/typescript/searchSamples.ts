import type { Request, Response, NextFunction } from 'express';
import type { Pool } from 'mysql2/promise';
import { z } from 'zod';

const querySchema = z.object({
  text: z.string().min(2).max(60),
  sort: z.string().default('barcode'),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});

/** Handles GET /samples. */
export const searchSamples =
  (pool: Pool) =>
  async (req: Request, res: Response, next: NextFunction): Promise<void> => {
    const query = querySchema.safeParse(req.query);
    if (!query.success) {
      res.status(400).json({ error: 'invalid_query' });
      return;
    }
    const { text, sort, page } = query.data;
    try {
      const [rows] = await pool.query(
        `SELECT id, barcode, collected_at FROM sample WHERE barcode LIKE ? ORDER BY ${sort} LIMIT 50 OFFSET ?`,
        [`${text}%`, (page - 1) * 50],
      );
      res.json({ items: rows });
    } catch (error) {
      next(error);
    }
  };
