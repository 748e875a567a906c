import { Router, type Request, type Response } from 'express';
import { Readings } from './store.js';
import { NewReading } from './schemas.js';

/** Routes of readings. */
export function readingRoutes(store: Readings): Router {
  const router = Router();

  router.get('/readings', async (_req: Request, res: Response): Promise<void> => {
    res.status(200).json(await store.all());
  });

  router.get('/readings/:id', async (req: Request, res: Response): Promise<void> => {
    const reading = await store.find(req.params['id'] ?? '');
    res.status(200).json(reading);
  });

  router.post('/readings', async (req: Request, res: Response): Promise<void> => {
    const input = NewReading.safeParse(req.body);
    res.status(201).json(await store.add(input.data));
  });

  return router;
}
