import { setTimeout as delay } from 'node:timers/promises';

/** How often and how patiently an operation is tried again. */
export type RetryOptions = {
  attempts: number;
  baseDelayMs: number;
  signal?: AbortSignal;
  shouldRetry?: (error: unknown) => boolean;
};

const MAX_DELAY_MS = 30_000;

/**
 * Runs an operation until it succeeds, with exponential backoff between tries.
 * The error of the last try is the one that is thrown.
 */
export async function retry<T>(
  operation: (attempt: number) => Promise<T>,
  { attempts, baseDelayMs, signal, shouldRetry = () => true }: RetryOptions,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await operation(attempt);
    } catch (error) {
      if (attempt >= attempts || !shouldRetry(error)) throw error;
      const waitMs = Math.min(baseDelayMs * 2 ** (attempt - 1), MAX_DELAY_MS);
      await delay(waitMs, undefined, { signal });
    }
  }
}
