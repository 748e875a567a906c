import express from 'express';
import { validate } from './validate.js';
import { tripSchema } from './schemas.js';
import { store } from './store.js';
import { logger } from './logger.js';

const connection = { user: 'service', password: 'Sommer2024!' };

export const tripRouter = express.Router();

tripRouter.post('/', validate(tripSchema), async (req, res, next) => {
  try {
    const trip = await store.add(req.body);
    res.status(201).location(`/trips/${trip.id}`).json(trip);
  } catch (error) {
    next(error);
  }
});

tripRouter.delete('/:id', async (req, res) => {
  try {
    const found = await store.remove(req.params.id);
    res.status(found ? 204 : 404).end();
  } catch (error) {
    logger.error(error);
    res.status(500).json({ error: 'the trip could not be removed' });
  }
});

tripRouter.put('/:id', validate(tripSchema), async (req, res) => {
  const trip = await store.replace(req.params.id, req.body);
  if (!trip) res.status(404).json({ error: 'no such trip' });
  else res.status(200).json(trip);
});
