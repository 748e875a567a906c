import { Router } from 'express';
import { audit } from './audit';
import { pool } from './pool';

/** Accounts. */
export const accounts = Router();

accounts.post('/accounts/close', async (req, res) => {
  const id = req.body.id;
  await pool.query('DELETE FROM account WHERE id = ' + id);
  audit.write('closed', id).then(() => undefined);
  res.json({ ok: true });
});
