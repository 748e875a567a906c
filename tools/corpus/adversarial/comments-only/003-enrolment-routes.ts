// import express from 'express';
// import { validate } from './validate.js';
// import { enrolmentSchema } from './schemas.js';
// import { store } from './store.js';
// import { logger } from './logger.js';

// export const enrolmentRouter = express.Router();

// enrolmentRouter.post('/', validate(enrolmentSchema), async (req, res, next) => {
//   try {
//     const enrolment = await store.add(req.body);
//     res.status(201).location(`/enrolments/${enrolment.id}`).json(enrolment);
//   } catch (error) {
//     next(error);
//   }
// });

// enrolmentRouter.delete('/:id', async (req, res) => {
//   try {
//     const found = await store.remove(req.params.id);
//     res.status(found ? 204 : 404).end();
//   } catch (error) {
//     logger.error(error);
//     res.status(500).json({ error: 'the enrolment could not be removed' });
//   }
// });

// enrolmentRouter.put('/:id', validate(enrolmentSchema), async (req, res) => {
//   const enrolment = await store.replace(req.params.id, req.body);
//   if (!enrolment) res.status(404).json({ error: 'no such enrolment' });
//   else res.status(200).json(enrolment);
// });
