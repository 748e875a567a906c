export interface RetryOptions {
  attempts?: number;
  /** Milliseconds before the second attempt; doubled each time. */
  wait?: number;
  signal?: AbortSignal;
}

const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });

export async function retry<T>(work: () => Promise<T>, { attempts = 3, wait = 100, signal }: RetryOptions = {}): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || signal?.aborted) throw error;
      await pause(wait * 2 ** (attempt - 1), signal);
    }
  }
}
