import { Router } from 'express';
import { z } from 'zod';
import type { Logger } from 'pino';
import type { RefundService } from './refund-service';

const refundInput = z.object({
  paymentId: z.string().uuid(),
  cents: z.number().int().positive(),
});

/** Routes under /refunds. */
export function refundsRouter(refunds: RefundService, logger: Logger): Router {
  const router = Router();

  router.post('/', async (req, res) => {
    const input = refundInput.safeParse(req.body);
    if (!input.success) {
      return res.status(400).json({ error: 'paymentId and a positive cents are required' });
    }
    try {
      await refunds.request(input.data.paymentId, input.data.cents);
    } catch (error) {
      logger.error({ error }, 'refund failed');
    }
    return res.status(202).json({ accepted: true });
  });

  return router;
}
