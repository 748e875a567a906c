import type { ErrorRequestHandler } from 'express';
import { HttpError } from './httpError.js';
import { logger } from './logger.js';

/** The last handler of the chain: turns errors into answers. */
export const errorMiddleware: ErrorRequestHandler = (error: Error, req, res, next) => {
  if (res.headersSent) {
    next(error);
    return;
  }
  if (error instanceof HttpError) {
    res.status(error.status).json({ error: error.code });
    return;
  }
  logger.error({ err: error, path: req.path }, 'unhandled error');
  res.status(500).json({
    error: 'internal_error',
    requestId: req.get('x-request-id'),
    stack: error.stack,
  });
};
