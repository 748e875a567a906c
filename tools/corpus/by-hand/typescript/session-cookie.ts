import { createHmac, timingSafeEqual } from 'node:crypto';

export type SessionResult = { ok: true; userId: string } | { ok: false; reason: 'malformed' | 'forged' | 'expired' };

const secret = (): string => {
  const value = process.env['SESSION_SECRET'];
  if (value == null || value.length < 32) throw new Error('SESSION_SECRET must have 32 characters or more');
  return value;
};

const sign = (payload: string): Buffer => createHmac('sha256', secret()).update(payload).digest();

export function issue(userId: string, expires: Date): string {
  const payload = `${userId}.${expires.getTime()}`;
  return `${payload}.${sign(payload).toString('base64url')}`;
}

export function check(cookie: string, now: Date = new Date()): SessionResult {
  const [userId, expires, signature] = cookie.split('.');
  if (!userId || !expires || !signature) return { ok: false, reason: 'malformed' };
  const given = Buffer.from(signature, 'base64url');
  const wanted = sign(`${userId}.${expires}`);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return { ok: false, reason: 'forged' };
  return Number(expires) > now.getTime() ? { ok: true, userId } : { ok: false, reason: 'expired' };
}
