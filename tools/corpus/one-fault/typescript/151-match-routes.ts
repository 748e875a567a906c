import { Router, type Request, type Response } from 'express';
import { Matches } from './store.js';
import { NewMatch } from './schemas.js';

/** Routes of matches. */
export function matchRoutes(store: Matches): Router {
  // @ts-ignore
  const router = Router();

  router.get('/matches', async (_req: Request, res: Response): Promise<void> => {
    res.status(200).json(await store.all());
  });

  router.get('/matches/:id', async (req: Request, res: Response): Promise<void> => {
    const match = await store.find(req.params['id'] ?? '');
    if (match === undefined) {
      res.status(404).json({ error: 'no such match' });
      return;
    }
    res.status(200).json(match);
  });

  router.post('/matches', async (req: Request, res: Response): Promise<void> => {
    const input = NewMatch.safeParse(req.body);
    if (!input.success) {
      res.status(422).json({ error: input.error.message });
      return;
    }
    res.status(201).json(await store.add(input.data));
  });

  return router;
}
