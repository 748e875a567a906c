export const program = `
import { Router, type Request, type Response } from 'express';
import { Comments } from './store.js';
import { NewComment } from './schemas.js';

/** Routes of comments. */
export function commentRoutes(store: Comments): Router {
  const router = Router();

  router.get('/comments', async (_req: Request, res: Response): Promise<void> => {
    res.status(200).json(await store.all());
  });

  router.get('/comments/:id', async (req: Request, res: Response): Promise<void> => {
    const comment = await store.find(req.params['id'] ?? '');
    if (comment === undefined) {
      res.status(404).json({ error: 'no such comment' });
      return;
    }
    res.status(200).json(comment);
  });

  router.post('/comments', async (req: Request, res: Response): Promise<void> => {
    const input = NewComment.safeParse(req.body);
    if (!input.success) {
      res.status(422).json({ error: input.error.message });
      return;
    }
    res.status(201).json(await store.add(input.data));
  });

  return router;
}
`;
