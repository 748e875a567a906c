import { Router, type Request, type Response } from 'express';
import { Books } from './store.js';
import { NewBook } from './schemas.js';

/** Routes of books. */
export function bookRoutes(store: any): Router {
  const router = Router();

  router.get('/books', async (_req: Request, res: Response): Promise<void> => {
    res.status(200).json(await store.all());
  });

  router.get('/books/:id', async (req: Request, res: Response): Promise<void> => {
    const book = await store.find(req.params['id'] ?? '');
    if (book === undefined) {
      res.status(404).json({ error: 'no such book' });
      return;
    }
    res.status(200).json(book);
  });

  router.post('/books', async (req: Request, res: Response): Promise<void> => {
    const input = NewBook.safeParse(req.body);
    if (!input.success) {
      res.status(422).json({ error: input.error.message });
      return;
    }
    res.status(201).json(await store.add(input.data));
  });

  return router;
}
