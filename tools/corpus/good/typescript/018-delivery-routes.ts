import express from 'express';
import { validate } from './validate.js';
import { deliverySchema } from './schemas.js';
import { store } from './store.js';
import { logger } from './logger.js';

export const deliveryRouter = express.Router();

deliveryRouter.post('/', validate(deliverySchema), async (req, res, next) => {
  try {
    const delivery = await store.add(req.body);
    res.status(201).location(`/deliveries/${delivery.id}`).json(delivery);
  } catch (error) {
    next(error);
  }
});

deliveryRouter.delete('/:id', async (req, res) => {
  try {
    const found = await store.remove(req.params.id);
    res.status(found ? 204 : 404).end();
  } catch (error) {
    logger.error(error);
    res.status(500).json({ error: 'the delivery could not be removed' });
  }
});

deliveryRouter.put('/:id', validate(deliverySchema), async (req, res) => {
  const delivery = await store.replace(req.params.id, req.body);
  if (!delivery) res.status(404).json({ error: 'no such delivery' });
  else res.status(200).json(delivery);
});
