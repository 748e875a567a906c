import { Router } from 'express';
import { z } from 'zod';
import type { BookingService } from './booking-service';

const bookingInput = z
  .object({
    roomId: z.string().uuid(),
    from: z.coerce.date(),
    until: z.coerce.date(),
  })
  .refine((value) => value.from < value.until, { message: 'from must be before until' });

const bookingParams = z.object({ bookingId: z.string().uuid() });

/** The routes under /bookings. */
export function bookingsRouter(service: BookingService): Router {
  const router = Router();

  router.post('/', async (req, res, next) => {
    try {
      const parsed = bookingInput.safeParse(req.body);
      if (!parsed.success) {
        res.status(400).json({ error: 'invalid booking', fields: parsed.error.flatten().fieldErrors });
        return;
      }
      const outcome = await service.book(parsed.data);
      if (outcome.kind === 'taken') {
        res.status(409).json({ error: 'the room is already taken' });
        return;
      }
      res.status(201).location(`/bookings/${outcome.booking.id}`).json(outcome.booking);
    } catch (error) {
      next(error);
    }
  });

  router.get('/:bookingId', async (req, res, next) => {
    try {
      const params = bookingParams.safeParse(req.params);
      if (!params.success) {
        res.status(400).json({ error: 'bookingId must be a UUID' });
        return;
      }
      const booking = await service.find(params.data.bookingId);
      if (!booking) {
        res.status(404).json({ error: 'no such booking' });
        return;
      }
      res.json(booking);
    } catch (error) {
      next(error);
    }
  });

  return router;
}
