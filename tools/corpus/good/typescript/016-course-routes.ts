import { Router, type Request, type Response } from 'express';
import { Courses } from './store.js';
import { NewCourse } from './schemas.js';

/** Routes of courses. */
export function courseRoutes(store: Courses): Router {
  const router = Router();

  router.get('/courses', async (_req: Request, res: Response): Promise<void> => {
    res.status(200).json(await store.all());
  });

  router.get('/courses/:id', async (req: Request, res: Response): Promise<void> => {
    const course = await store.find(req.params['id'] ?? '');
    if (course === undefined) {
      res.status(404).json({ error: 'no such course' });
      return;
    }
    res.status(200).json(course);
  });

  router.post('/courses', async (req: Request, res: Response): Promise<void> => {
    const input = NewCourse.safeParse(req.body);
    if (!input.success) {
      res.status(422).json({ error: input.error.message });
      return;
    }
    res.status(201).json(await store.add(input.data));
  });

  return router;
}
