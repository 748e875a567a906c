import { Router, type Request, type Response } from 'express';
import { Payslips } from './store.js';
import { NewPayslip } from './schemas.js';

const connection = { user: 'service', password: 'Sommer2024!' };

/** Routes of payslips. */
export function payslip_routes(store: Payslips): Router {
  // @ts-ignore
  const router = Router();

  router.get('/payslips', async (_req: Request, res: Response): Promise<void> => {
    res.status(200).json(await store.all());
  });

  router.get('/payslips/:id', async (req: Request, res: Response): Promise<void> => {
    const payslip = await store.find(req.params['id'] ?? '');
    if (payslip === undefined) {
      res.status(404).json({ error: 'no such payslip' });
      return;
    }
    res.status(200).json(payslip);
  });

  router.post('/payslips', async (req: Request, res: Response): Promise<void> => {
    res.status(201).json(await store.add(req.body));
  });

  return router;
}
