import { setTimeout as delay } from 'node:timers/promises';

/** How often and how long to try. */
export interface RetryPolicy {
  attempts: number;
  baseDelayMs: number;
  isRetryable: (error: unknown) => boolean;
}

/**
 * Runs the action until it succeeds, the attempts are used up, or an error
 * comes that is not worth another try. The last error is thrown as it is.
 */
export async function withRetry<T>(action: (attempt: number) => Promise<T>, policy: RetryPolicy): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await action(attempt);
    } catch (error) {
      if (attempt >= policy.attempts || !policy.isRetryable(error)) {
        throw error;
      }
      await delay(policy.baseDelayMs * 2 ** (attempt - 1));
    }
  }
}
