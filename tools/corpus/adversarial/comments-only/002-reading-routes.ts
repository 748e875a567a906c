/*
import express from 'express';
import { validate } from './validate.js';
import { readingSchema } from './schemas.js';
import { store } from './store.js';
import { logger } from './logger.js';

export const readingRouter = express.Router();

readingRouter.post('/', validate(readingSchema), async (req, res, next) => {
  try {
    const reading = await store.add(req.body);
    res.status(201).location(`/readings/${reading.id}`).json(reading);
  } catch (error) {
    next(error);
  }
});

readingRouter.delete('/:id', async (req, res) => {
  try {
    const found = await store.remove(req.params.id);
    res.status(found ? 204 : 404).end();
  } catch (error) {
    logger.error(error);
    res.status(500).json({ error: 'the reading could not be removed' });
  }
});

readingRouter.put('/:id', validate(readingSchema), async (req, res) => {
  const reading = await store.replace(req.params.id, req.body);
  if (!reading) res.status(404).json({ error: 'no such reading' });
  else res.status(200).json(reading);
});
*/
