// @ts-nocheck
import { Router, type Request, type Response } from 'express';
import { Loans } from './store.js';
import { NewLoan } from './schemas.js';

/** Routes of loans. */
export function loanRoutes(store: Loans): Router {
  const router = Router();

  router.get('/loans', async (_req: Request, res: Response): Promise<void> => {
    res.status(200).json(await store.all());
  });

  router.get('/loans/:id', async (req: Request, res: Response): Promise<void> => {
    const loan = await store.find(req.params['id'] ?? '');
    if (loan === undefined) {
      res.status(404).json({ error: 'no such loan' });
      return;
    }
    res.status(200).json(loan);
  });

  router.post('/loans', async (req: Request, res: Response): Promise<void> => {
    const input = NewLoan.safeParse(req.body);
    if (!input.success) {
      res.status(422).json({ error: input.error.message });
      return;
    }
    res.status(201).json(await store.add(input.data));
  });

  return router;
}
