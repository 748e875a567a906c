import express from 'express';
import { bookingSchema } from './schemas.js';
import { store } from './store.js';
import { logger } from './logger.js';

export const bookingRouter = express.Router();

bookingRouter.post('/', async (req, res, next) => {
  try {
    const booking = await store.add(req.body);
    res.status(201).location(`/bookings/${booking.id}`).json(booking);
  } catch (error) {
    next(error);
  }
});

bookingRouter.delete('/:id', async (req, res) => {
  try {
    const found = await store.remove(req.params.id);
    res.status(found ? 204 : 404).end();
  } catch (error) {
    logger.error(error);
    res.status(500).json({ error: 'the booking could not be removed' });
  }
});

bookingRouter.put('/:id', async (req, res) => {
  const booking = await store.replace(req.params.id, req.body);
  if (!booking) res.status(404).json({ error: 'no such booking' });
  else res.status(200).json(booking);
});
