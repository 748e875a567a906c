/**
 * A token bucket: `capacity` requests at once, then `perSecond` on average.
 * The clock is handed in, so that tests need not wait.
 */
export interface Bucket {
  take(): boolean;
  readonly left: number;
}

type Clock = () => number;

export const bucket = (capacity: number, perSecond: number, now: Clock = Date.now): Bucket => {
  let tokens = capacity;
  let last = now();
  const refill = (): void => {
    const at = now();
    tokens = Math.min(capacity, tokens + ((at - last) / 1000) * perSecond);
    last = at;
  };
  return {
    take() {
      refill();
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
    get left() {
      refill();
      return Math.floor(tokens);
    },
  };
};
