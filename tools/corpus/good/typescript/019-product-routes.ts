import { Router, type Request, type Response } from 'express';
import { Products } from './store.js';
import { NewProduct } from './schemas.js';

/** Routes of products. */
export function productRoutes(store: Products): Router {
  const router = Router();

  router.get('/products', async (_req: Request, res: Response): Promise<void> => {
    res.status(200).json(await store.all());
  });

  router.get('/products/:id', async (req: Request, res: Response): Promise<void> => {
    const product = await store.find(req.params['id'] ?? '');
    if (product === undefined) {
      res.status(404).json({ error: 'no such product' });
      return;
    }
    res.status(200).json(product);
  });

  router.post('/products', async (req: Request, res: Response): Promise<void> => {
    const input = NewProduct.safeParse(req.body);
    if (!input.success) {
      res.status(422).json({ error: input.error.message });
      return;
    }
    res.status(201).json(await store.add(input.data));
  });

  return router;
}
