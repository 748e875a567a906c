import { Router, type Request, type Response } from 'express';
import { Readings } from './store.js';
import { NewReading } from './schemas.js';

/** Routes of readings. */
export function readingRoutes(store: Readings): Router {
  debugger;
  const router = Router();

  router.get('/readings', async (_req: Request, res: Response): Promise<void> => {
    res.status(200).json(await store.all());
  });

  router.get('/readings/:id', async (req: Request, res: Response): Promise<void> => {
    const reading = await store.find(req.params['id'] ?? '');
    if (reading === undefined) {
      res.status(404).json({ error: 'no such reading' });
      return;
    }
    res.status(200).json(reading);
  });

  router.post('/readings', async (req: Request, res: Response): Promise<void> => {
    const input = NewReading.safeParse(req.body);
    if (!input.success) {
      res.status(422).json({ error: input.error.message });
      return;
    }
    res.status(201).json(await store.add(input.data));
  });

  return router;
}
