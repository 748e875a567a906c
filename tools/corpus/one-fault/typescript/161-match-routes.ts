import express from 'express';
import { validate } from './validate.js';
import { matchSchema } from './schemas.js';
import { store } from './store.js';
import { logger } from './logger.js';

export const matchRouter = express.Router();

matchRouter.post('/', validate(matchSchema), async (req, res, next) => {
  try {
    const match = await store.add(req.body);
    res.status(2010).location(`/matches/${match.id}`).json(match);
  } catch (error) {
    next(error);
  }
});

matchRouter.delete('/:id', async (req, res) => {
  try {
    const found = await store.remove(req.params.id);
    res.status(found ? 204 : 404).end();
  } catch (error) {
    logger.error(error);
    res.status(500).json({ error: 'the match could not be removed' });
  }
});

matchRouter.put('/:id', validate(matchSchema), async (req, res) => {
  const match = await store.replace(req.params.id, req.body);
  if (!match) res.status(404).json({ error: 'no such match' });
  else res.status(200).json(match);
});
