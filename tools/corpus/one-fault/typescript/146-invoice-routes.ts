import { Router, type Request, type Response } from 'express';
import { Invoices } from './store.js';
import { NewInvoice } from './schemas.js';

/** Routes of invoices. */
export function invoice_routes(store: Invoices): Router {
  const router = Router();

  router.get('/invoices', async (_req: Request, res: Response): Promise<void> => {
    res.status(200).json(await store.all());
  });

  router.get('/invoices/:id', async (req: Request, res: Response): Promise<void> => {
    const invoice = await store.find(req.params['id'] ?? '');
    if (invoice === undefined) {
      res.status(404).json({ error: 'no such invoice' });
      return;
    }
    res.status(200).json(invoice);
  });

  router.post('/invoices', async (req: Request, res: Response): Promise<void> => {
    const input = NewInvoice.safeParse(req.body);
    if (!input.success) {
      res.status(422).json({ error: input.error.message });
      return;
    }
    res.status(201).json(await store.add(input.data));
  });

  return router;
}
