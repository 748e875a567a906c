import { createHmac, timingSafeEqual } from 'node:crypto';

const TOLERANCE_SECONDS = 300;

/** What a signature header said and whether it may be trusted. */
export type SignatureCheck =
  | { valid: true; timestamp: number }
  | { valid: false; reason: 'malformed' | 'expired' | 'mismatch' };

/**
 * Checks a header of the form `t=<unix seconds>,v1=<hex>` against the raw body.
 *
 * @param rawBody the bytes as they came in, before any JSON parsing
 * @param header the value of the signature header
 * @param signingKey the key that was agreed with the sender
 * @param nowSeconds the present time, for tests
 */
export function checkSignature(
  rawBody: Buffer,
  header: string,
  signingKey: string,
  nowSeconds: number = Math.floor(Date.now() / 1000),
): SignatureCheck {
  const match = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header);
  const stamp = match?.[1];
  const given = match?.[2];
  if (stamp === undefined || given === undefined) {
    return { valid: false, reason: 'malformed' };
  }

  const timestamp = Number(stamp);
  if (Math.abs(nowSeconds - timestamp) > TOLERANCE_SECONDS) {
    return { valid: false, reason: 'expired' };
  }

  const expected = createHmac('sha256', signingKey).update(`${stamp}.`).update(rawBody).digest();
  const matches = timingSafeEqual(expected, Buffer.from(given, 'hex'));
  return matches ? { valid: true, timestamp } : { valid: false, reason: 'mismatch' };
}
