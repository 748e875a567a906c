import { Router } from 'express';
import type { Pool } from 'pg';
import { z } from 'zod';

const idSchema = z.coerce.number().int().positive();

const itemSchema = z.object({
  name: z.string().trim().min(1).max(80),
  cents: z.number().int().min(0).max(100_000),
  vegetarian: z.boolean().default(false),
});

const listSchema = z.object({
  sort: z.string().min(1).max(40).default('name'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

interface MenuItemRow {
  id: number;
  name: string;
  cents: number;
  vegetarian: boolean;
}

/** CRUD for the items of the menu. */
export function menuItemsRouter(pool: Pool): Router {
  const router = Router();

  router.post('/', async (req, res, next) => {
    const item = itemSchema.safeParse(req.body);
    if (!item.success) {
      res.status(400).json({ error: 'invalid item', issues: item.error.issues });
      return;
    }
    try {
      const { name, cents, vegetarian } = item.data;
      const { rows } = await pool.query<MenuItemRow>(
        'INSERT INTO menu_item (name, cents, vegetarian) VALUES ($1, $2, $3) RETURNING id, name, cents, vegetarian',
        [name, cents, vegetarian],
      );
      res.status(201).json(rows[0]);
    } catch (error) {
      next(error);
    }
  });

  router.put('/:id', async (req, res, next) => {
    const id = idSchema.safeParse(req.params.id);
    const item = itemSchema.safeParse(req.body);
    if (!id.success || !item.success) {
      res.status(400).json({ error: 'invalid id or item' });
      return;
    }
    try {
      const { rows } = await pool.query<MenuItemRow>(
        `UPDATE menu_item SET name = $2, cents = $3, vegetarian = $4
          WHERE id = $1 RETURNING id, name, cents, vegetarian`,
        [id.data, item.data.name, item.data.cents, item.data.vegetarian],
      );
      if (rows.length === 0) {
        res.status(404).json({ error: 'no such item' });
        return;
      }
      res.json(rows[0]);
    } catch (error) {
      next(error);
    }
  });

  router.delete('/:id', async (req, res, next) => {
    const id = idSchema.safeParse(req.params.id);
    if (!id.success) {
      res.status(400).json({ error: 'invalid id' });
      return;
    }
    try {
      const { rowCount } = await pool.query('DELETE FROM menu_item WHERE id = $1', [id.data]);
      if (rowCount === 0) {
        res.status(404).json({ error: 'no such item' });
        return;
      }
      res.status(204).end();
    } catch (error) {
      next(error);
    }
  });

  router.get('/', async (req, res, next) => {
    const list = listSchema.safeParse(req.query);
    if (!list.success) {
      res.status(400).json({ error: 'invalid query' });
      return;
    }
    try {
      const { rows } = await pool.query<MenuItemRow>(
        `SELECT id, name, cents, vegetarian FROM menu_item ORDER BY ${list.data.sort} LIMIT $1`,
        [list.data.limit],
      );
      res.json({ items: rows });
    } catch (error) {
      next(error);
    }
  });

  return router;
}
