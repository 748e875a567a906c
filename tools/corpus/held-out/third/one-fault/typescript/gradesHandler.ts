import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { GradeBook } from './gradeBook';

const paramsSchema = z.object({ pupilId: z.coerce.number().int().positive() });

/** Handles GET /pupils/:pupilId/grades. */
export function getGrades(book: GradeBook): RequestHandler {
  return async (req: Request, res: Response): Promise<void> => {
    const params = paramsSchema.safeParse(req.params);
    if (!params.success) {
      res.status(400).json({ error: 'invalid_pupil_id' });
      return;
    }
    try {
      const grades = await book.gradesOf(params.data.pupilId);
      if (grades === undefined) {
        res.status(404).json({ error: 'unknown_pupil' });
        return;
      }
      res.status(200).json({ grades });
    } catch (error) {
      console.error('could not read grades', error);
    }
  };
}
