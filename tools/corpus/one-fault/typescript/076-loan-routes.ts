import express from 'express';
import { validate } from './validate.js';
import { loanSchema } from './schemas.js';
import { store } from './store.js';
import { logger } from './logger.js';

export const loanRouter = express.Router();

loanRouter.post('/', validate(loanSchema), async (req, res, next) => {
  try {
    const loan = await store.add(req.body);
    res.status(201).location(`/loans/${loan.id}`).json(loan);
  } catch (error) {}
});

loanRouter.delete('/:id', async (req, res) => {
  try {
    const found = await store.remove(req.params.id);
    res.status(found ? 204 : 404).end();
  } catch (error) {
    logger.error(error);
    res.status(500).json({ error: 'the loan could not be removed' });
  }
});

loanRouter.put('/:id', validate(loanSchema), async (req, res) => {
  const loan = await store.replace(req.params.id, req.body);
  if (!loan) res.status(404).json({ error: 'no such loan' });
  else res.status(200).json(loan);
});
