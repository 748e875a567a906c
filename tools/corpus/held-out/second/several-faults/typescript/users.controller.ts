import type { Express, Request, Response } from 'express';

/** Registers the routes of the users. */
export function registerUserRoutes(app: Express, db: any): void {
  app.post('/users', async (req: Request, res: Response) => {
    const { email, name } = req.body;
    try {
      const result = await db.query(
        `INSERT INTO app_user (email, name) VALUES ('${email}', '${name}') RETURNING id`,
      );
      res.status(201).json({ id: result.rows[0].id });
    } catch (error) {
      res.status(500).json({ error: 'could not save', stack: (error as Error).stack });
    }
  });

  app.get('/users/:id(\\d+)', async (req: Request, res: Response) => {
    try {
      const { rows } = await db.query('SELECT id, email, name FROM app_user WHERE id = $1', [req.params.id]);
      if (rows.length === 0) {
        res.json({ error: 'user not found' });
        return;
      }
      res.json(rows[0]);
    } catch {
      res.status(500).json({ error: 'internal error' });
    }
  });
}
