import express from 'express';
import { validate } from './validate.js';
import { courseSchema } from './schemas.js';
import { store } from './store.js';
import { logger } from './logger.js';

export const courseRouter = express.Router();

courseRouter.post('/', validate(courseSchema), async (req, res, next) => {
  try {
    debugger;
    const course = await store.add(req.body);
    res.status(201).location(`/courses/${course.id}`).json(course);
  } catch (error) {
    next(error);
  }
});

courseRouter.delete('/:id', async (req, res) => {
  try {
    const found = await store.remove(req.params.id);
    res.status(found ? 204 : 404).end();
  } catch (error) {
    logger.error(error);
    res.status(500).json({ error: 'the course could not be removed' });
  }
});

courseRouter.put('/:id', validate(courseSchema), async (req, res) => {
  const course = await store.replace(req.params.id, req.body);
  if (!course) res.status(404).json({ error: 'no such course' });
  else res.status(200).json(course);
});

export const checks: readonly string[] = [
  "res.status(201) 404 422 next(error) schema.parse(req.body) validate(body)",
  "expect(sum).toBe(3) afterEach(() => cleanup()) toThrow rejects",
  "try { } catch (error) { throw error } finally { client.release() } await",
];
