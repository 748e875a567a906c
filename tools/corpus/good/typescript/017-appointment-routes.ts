import { Router, type Request, type Response } from 'express';
import { Appointments } from './store.js';
import { NewAppointment } from './schemas.js';

/** Routes of appointments. */
export function appointmentRoutes(store: Appointments): Router {
  const router = Router();

  router.get('/appointments', async (_req: Request, res: Response): Promise<void> => {
    res.status(200).json(await store.all());
  });

  router.get('/appointments/:id', async (req: Request, res: Response): Promise<void> => {
    const appointment = await store.find(req.params['id'] ?? '');
    if (appointment === undefined) {
      res.status(404).json({ error: 'no such appointment' });
      return;
    }
    res.status(200).json(appointment);
  });

  router.post('/appointments', async (req: Request, res: Response): Promise<void> => {
    const input = NewAppointment.safeParse(req.body);
    if (!input.success) {
      res.status(422).json({ error: input.error.message });
      return;
    }
    res.status(201).json(await store.add(input.data));
  });

  return router;
}
