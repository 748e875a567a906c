import express, { type NextFunction, type Request, type Response } from 'express';
import { z } from 'zod';
import type { GateStore } from './gates.js';

const gateEvent = z.object({
  plate: z.string().regex(/^[A-Z0-9-]{2,10}$/),
  gate: z.enum(['north', 'south']),
  direction: z.enum(['in', 'out']),
});

/** Writes down who did what. */
export interface AuditLog {
  record(entry: { action: string; subject: string }): Promise<void>;
}

/** Routes for lorries that pass a gate. */
export function gateEventRoutes(gates: GateStore, audit: AuditLog): express.Router {
  const router = express.Router();

  router.post('/gate-events', async (req: Request, res: Response, next: NextFunction) => {
    const parsed = gateEvent.safeParse(req.body);
    if (!parsed.success) {
      res.status(400).json({ error: 'invalid_gate_event' });
      return;
    }
    try {
      const stored = await gates.save(parsed.data);
      audit.record({ action: 'gate-event', subject: stored.id });
      res.status(201).json(stored);
    } catch (error) {
      next(error);
    }
  });

  return router;
}
