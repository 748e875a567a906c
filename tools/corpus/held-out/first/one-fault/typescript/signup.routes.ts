import { Router } from 'express';
import { users } from './users';

/** Where people sign up. */
export const signup = Router();

signup.post('/signup', async (req, res, next) => {
  try {
    const user = await users.create(req.body);
    res.status(201).json({ id: user.id });
  } catch (error) {
    next(error);
  }
});
