import { Router, type Request, type Response } from 'express';
import { reports } from './reports';

/** Reports as documents. */
export const reportRoutes = Router();

reportRoutes.get('/reports/:year', async (req: Request, res: Response) => {
  try {
    res.status(200).json(await reports.ofYear(Number(req.params['year'])));
  } catch (problem) {
    const error = problem as Error;
    res.status(500).json({ message: error.message, trace: error.stack });
  }
});
