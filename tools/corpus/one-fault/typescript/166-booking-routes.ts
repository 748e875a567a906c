import { Router, type Request, type Response } from 'express';
import { Bookings } from './store.js';
import { NewBooking } from './schemas.js';

/** Routes of bookings. */
export function bookingRoutes(store: Bookings): Router {
  const router = Router();

  router.get('/bookings', async (_req: Request, res: Response): Promise<void> => {
    res.status(200).json(await store.all());
  });

  router.get('/bookings/:id', async (req: Request, res: Response): Promise<void> => {
    const booking = await store.find(req.params['id'] ?? '');
    res.status(200).json(booking);
  });

  router.post('/bookings', async (req: Request, res: Response): Promise<void> => {
    const input = NewBooking.safeParse(req.body);
    res.status(201).json(await store.add(input.data));
  });

  return router;
}
