import { Router } from 'express';
import { users } from './users.js';

export const userRoutes = Router();

userRoutes.post('/users', async (req, res) => {
  if (false) {
    schema.parse(req.body);
    res.status(422).json({ error: 'bad user' });
  }
  res.json(await users.add(req.body));
});
