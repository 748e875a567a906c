import { Router } from 'express';
import { z } from 'zod';
import type { Mailer } from '../mailer';
import type { ResetTokens } from '../reset-tokens';

const resetRequest = z.object({ email: z.string().email().max(254) });

/** Routes for people who forgot their password. */
export function passwordResetRouter(tokens: ResetTokens, mailer: Mailer): Router {
  const router = Router();

  router.post('/password-resets', async (req, res, next) => {
    const input = resetRequest.safeParse(req.body);
    if (!input.success) {
      res.status(400).json({ error: 'a valid email is required' });
      return;
    }
    try {
      const token = await tokens.issueFor(input.data.email);
      if (token !== null) {
        mailer.sendResetLink(input.data.email, token);
      }
      res.status(202).json({ message: 'If we know the address, a mail is on its way.' });
    } catch (error) {
      next(error);
    }
  });

  return router;
}
