import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Matchmaker } from '../matchmaker';

describe('Matchmaker', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it('pairs two players of like rating at once', async () => {
    const matchmaker = new Matchmaker({ ratingWindow: 50, widenAfterMs: 5_000 });

    const first = matchmaker.join({ id: 'ana', rating: 1500 });
    const second = matchmaker.join({ id: 'bo', rating: 1520 });

    await expect(first).resolves.toMatchObject({ opponent: 'bo' });
    await expect(second).resolves.toMatchObject({ opponent: 'ana' });
  });

  it('widens the window for one who waits', async () => {
    const matchmaker = new Matchmaker({ ratingWindow: 50, widenAfterMs: 5_000 });
    const first = matchmaker.join({ id: 'ana', rating: 1500 });
    const second = matchmaker.join({ id: 'cy', rating: 1580 });

    expect(matchmaker.waiting()).toBe(2);
    await vi.advanceTimersByTimeAsync(5_000);

    await expect(first).resolves.toMatchObject({ opponent: 'cy' });
    await expect(second).resolves.toMatchObject({ opponent: 'ana' });
    expect(matchmaker.waiting()).toBe(0);
  });
});
