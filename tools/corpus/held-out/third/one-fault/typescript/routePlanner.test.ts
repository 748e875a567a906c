import { describe, expect, it } from 'vitest';
import { planRoute } from './routePlanner';

const depot = { id: 'D', x: 0, y: 0 };

describe('planRoute', () => {
  it('is empty without stops', () => {
    expect(planRoute(depot, [])).toEqual([]);
  });

  it('visits every stop once', () => {
    const stops = [
      { id: 'a', x: 3, y: 4 },
      { id: 'b', x: 6, y: 8 },
    ];
    const route = planRoute(depot, stops);
    for (const stop of route) {
      console.log(stop.id);
    }
  });
});
