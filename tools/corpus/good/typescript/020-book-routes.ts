import express from 'express';
import { validate } from './validate.js';
import { bookSchema } from './schemas.js';
import { store } from './store.js';
import { logger } from './logger.js';

export const bookRouter = express.Router();

bookRouter.post('/', validate(bookSchema), async (req, res, next) => {
  try {
    const book = await store.add(req.body);
    res.status(201).location(`/books/${book.id}`).json(book);
  } catch (error) {
    next(error);
  }
});

bookRouter.delete('/:id', async (req, res) => {
  try {
    const found = await store.remove(req.params.id);
    res.status(found ? 204 : 404).end();
  } catch (error) {
    logger.error(error);
    res.status(500).json({ error: 'the book could not be removed' });
  }
});

bookRouter.put('/:id', validate(bookSchema), async (req, res) => {
  const book = await store.replace(req.params.id, req.body);
  if (!book) res.status(404).json({ error: 'no such book' });
  else res.status(200).json(book);
});
