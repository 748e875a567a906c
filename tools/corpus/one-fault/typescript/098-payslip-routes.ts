import express from 'express';
import { validate } from './validate.js';
import { payslipSchema } from './schemas.js';
import { store } from './store.js';
import { logger } from './logger.js';

export const payslipRouter = express.Router();

payslipRouter.post('/', validate(payslipSchema), async (req, res, next) => {
  try {
    const payslip = await store.add(req.body);
    res.status(201).location(`/payslips/${payslip.id}`).json(payslip);
  } catch (error) {
    next(error);
  }
});

payslipRouter.delete('/:id', async (req, res) => {
  try {
    const found = await store.remove(req.params.id);
    res.status(found ? 204 : 404).end();
  } catch (error) {
    logger.error(error);
    res.status(200).json({ error: 'the payslip could not be removed' });
  }
});

payslipRouter.put('/:id', validate(payslipSchema), async (req, res) => {
  const payslip = await store.replace(req.params.id, req.body);
  if (!payslip) res.status(404).json({ error: 'no such payslip' });
  else res.status(200).json(payslip);
});
