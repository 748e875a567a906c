import { Router, type NextFunction, type Request, type Response } from 'express';
import { z } from 'zod';
import type { ShipmentRepository } from './shipmentRepository.js';

const createShipmentSchema = z.object({
  reference: z.string().trim().min(3).max(40),
  depotId: z.string().uuid(),
  pallets: z.number().int().positive().max(66),
});

const idSchema = z.string().uuid();

/** Builds the routes under /shipments. */
export function shipmentRoutes(shipments: ShipmentRepository): Router {
  const router = Router();

  router.post('/', async (req: Request, res: Response, next: NextFunction) => {
    const parsed = createShipmentSchema.safeParse(req.body);
    if (!parsed.success) {
      res.status(400).json({ error: 'invalid_shipment', issues: parsed.error.issues });
      return;
    }
    try {
      const created = await shipments.create(parsed.data);
      res.status(201).location(`/shipments/${created.id}`).json(created);
    } catch (error) {
      next(error);
    }
  });

  router.get('/:id', async (req: Request, res: Response, next: NextFunction) => {
    const id = idSchema.safeParse(req.params.id);
    if (!id.success) {
      res.status(400).json({ error: 'invalid_id' });
      return;
    }
    try {
      const shipment = await shipments.findById(id.data);
      if (shipment === null) {
        res.status(404).json({ error: 'shipment_not_found' });
        return;
      }
      res.json(shipment);
    } catch (error) {
      next(error);
    }
  });

  router.delete('/:id', async (req: Request, res: Response, next: NextFunction) => {
    const id = idSchema.safeParse(req.params.id);
    if (!id.success) {
      res.status(400).json({ error: 'invalid_id' });
      return;
    }
    try {
      const removed = await shipments.remove(id.data);
      res.status(removed ? 204 : 404).end();
    } catch (error) {
      next(error);
    }
  });

  return router;
}
