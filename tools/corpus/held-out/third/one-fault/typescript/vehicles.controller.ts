import { Router } from 'express';
import { z } from 'zod';
import { DuplicatePlateError, type VehicleService } from './vehicle.service';

const vehicleBody = z.strictObject({
  plate: z.string().min(2).max(12),
  payloadKg: z.number().positive(),
});

/** Controller of the fleet's vehicles. */
export class VehiclesController {
  readonly router = Router();

  constructor(private readonly service: VehicleService) {
    this.router.post('/', async (req, res, next) => {
      const body = vehicleBody.safeParse(req.body);
      if (!body.success) {
        res.status(422).json({ error: 'invalid_vehicle' });
        return;
      }
      try {
        const vehicle = await this.service.create(body.data);
        res.json(vehicle);
      } catch (error) {
        if (error instanceof DuplicatePlateError) {
          res.status(409).json({ error: 'duplicate_plate' });
          return;
        }
        next(error);
      }
    });
  }
}
