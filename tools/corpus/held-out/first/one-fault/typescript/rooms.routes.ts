import express from 'express';
import { rooms } from './rooms';

/** Rooms of a house. */
export const roomRouter = express.Router();

roomRouter.get('/:id', async (req, res, next) => {
  try {
    const room = await rooms.find(req.params.id);
    if (!room) {
      res.status(200).json({ error: 'no such room' });
      return;
    }
    res.status(200).json(room);
  } catch (error) {
    next(error);
  }
});
