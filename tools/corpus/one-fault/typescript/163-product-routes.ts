import express from 'express';
import { productSchema } from './schemas.js';
import { store } from './store.js';
import { logger } from './logger.js';

export const productRouter = express.Router();

productRouter.post('/', async (req, res, next) => {
  try {
    const product = await store.add(req.body);
    res.status(201).location(`/products/${product.id}`).json(product);
  } catch (error) {
    next(error);
  }
});

productRouter.delete('/:id', async (req, res) => {
  try {
    const found = await store.remove(req.params.id);
    res.status(found ? 204 : 404).end();
  } catch (error) {
    logger.error(error);
    res.status(500).json({ error: 'the product could not be removed' });
  }
});

productRouter.put('/:id', async (req, res) => {
  const product = await store.replace(req.params.id, req.body);
  if (!product) res.status(404).json({ error: 'no such product' });
  else res.status(200).json(product);
});
