import express from 'express';
import { validate } from './validate.js';
import { prescriptionSchema } from './schemas.js';
import { store } from './store.js';
import { logger } from './logger.js';

export const prescriptionRouter = express.Router();

prescriptionRouter.post('/', validate(prescriptionSchema), async (req, res, next) => {
  try {
    const prescription = await store.add(req.body);
    res.status(201).location(`/prescriptions/${prescription.id}`).json(prescription);
  } catch (error) {
    next(error);
  }
});

prescriptionRouter.delete('/:id', async (req, res) => {
  try {
    const found = await store.remove(req.params.id);
    res.status(found ? 204 : 404).end();
  } catch (error) {
    logger.error(error);
    res.json({ error: 'the prescription could not be removed' });
  }
});

prescriptionRouter.put('/:id', validate(prescriptionSchema), async (req, res) => {
  const prescription = await store.replace(req.params.id, req.body);
  if (!prescription) res.status(404).json({ error: 'no such prescription' });
  else res.status(200).json(prescription);
});
