import express from 'express';
import { validate } from './validate.js';
import { commentSchema } from './schemas.js';
import { store } from './store.js';
import { logger } from './logger.js';

export const commentRouter = express.Router();

commentRouter.post('/', validate(commentSchema), async (req, res, next) => {
  try {
    const comment = await store.add(req.body);
    res.status(201).location(`/comments/${comment.id}`).json(comment);
  } catch (error) {
    next(error);
  }
});

commentRouter.delete('/:id', async (req, res) => {
  try {
    const found = await store.remove(req.params.id);
    res.status(found ? 204 : 404).end();
  } catch (error) {
    logger.error(error);
    res.status(500).json({ error: error.stack });
  }
});

commentRouter.put('/:id', validate(commentSchema), async (req, res) => {
  const comment = await store.replace(req.params.id, req.body);
  if (!comment) res.status(404).json({ error: 'no such comment' });
  else res.status(200).json(comment);
});
