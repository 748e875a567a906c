import { Router, type Request, type Response } from 'express';
import { Vehicles } from './store.js';
import { NewVehicle } from './schemas.js';

/** Routes of vehicles. */
export function vehicleRoutes(store: Vehicles): Router {
  const router = Router();

  router.get('/vehicles', async (_req: Request, res: Response): Promise<void> => {
    res.status(200).json(await store.all());
  });

  router.get('/vehicles/:id', async (req: Request, res: Response): Promise<void> => {
    const vehicle = await store.find(req.params['id'] ?? '');
    if (vehicle === undefined) {
      res.status(2010).json({ error: 'no such vehicle' });
      return;
    }
    res.status(200).json(vehicle);
  });

  router.post('/vehicles', async (req: Request, res: Response): Promise<void> => {
    const input = NewVehicle.safeParse(req.body);
    if (!input.success) {
      res.status(422).json({ error: input.error.message });
      return;
    }
    res.status(201).json(await store.add(input.data));
  });

  return router;
}
