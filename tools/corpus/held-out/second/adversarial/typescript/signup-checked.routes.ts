import { Router } from 'express';
import { z } from 'zod';
import type { SignupService } from './signup-service';

const signupSchema = z.object({
  email: z.string().email(),
  nickname: z.string().min(3).max(30),
});

/** Routes for new members. */
export function signupRouter(service: SignupService): Router {
  const router = Router();

  router.post('/signup', async (req, res, next) => {
    try {
      signupSchema.safeParse(req.body);
      const member = await service.register(req.body);
      if (member === null) {
        res.status(409).json({ error: 'the nickname is taken' });
        return;
      }
      res.status(201).json(member);
    } catch (error) {
      next(error);
    }
  });

  return router;
}
