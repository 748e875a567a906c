import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RateLimiter } from './rate-limiter';

describe('RateLimiter', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it('lets through what fits into the window', () => {
    const limiter = new RateLimiter({ limit: 2, windowMs: 1000 });

    expect([limiter.tryTake(), limiter.tryTake(), limiter.tryTake()]).toEqual([true, true, false]);
  });

  it('opens again when the window has passed', () => {
    const limiter = new RateLimiter({ limit: 1, windowMs: 1000 });
    limiter.tryTake();

    vi.advanceTimersByTime(1001);

    expect(limiter.tryTake()).toBe(true);
  });
});
