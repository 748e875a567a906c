import { Router } from 'express';
import { z } from 'zod';
import type { VehicleStore } from './vehicle-store';

const plateSchema = z.string().regex(/^[A-Z]{1,3}-[A-Z]{1,2} \d{1,4}$/);

/** Routes of the fleet. */
export function vehicleRoutes(vehicles: VehicleStore): Router {
  const routes = Router();

  routes.get('/vehicles/:plate', async (req, res, next) => {
    try {
      const plate = plateSchema.safeParse(req.params.plate);
      if (!plate.success) {
        res.status(400).json({ error: 'that is no number plate' });
        return;
      }
      const vehicle = await vehicles.byPlate(plate.data);
      res.json(vehicle ?? {});
    } catch (error) {
      next(error);
    }
  });

  return routes;
}
