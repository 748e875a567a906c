import { stopEverywhere } from './crash';
import { SCENARIOS } from './crash-scenarios';

/** Every call, and every third of each recovery, with `CONDUCTOR_TORTURE`; else a part that takes some seconds. */
const EVERY = process.env['CONDUCTOR_TORTURE'] ? { first: 1, again: 3 } : { first: 3, again: 101 };

describe('a process that is stopped at any call, and again while it recovers', () => {
  let points = 0;
  it.each(SCENARIOS)('$name: nothing is torn, nothing is lost, and the end is as from nothing', async (scenario) => {
    const verdict = await stopEverywhere(scenario, EVERY);
    points += verdict.points;
    expect(verdict.broken.slice(0, 5)).toEqual([]);
    expect(verdict.points).toBeGreaterThan(3);
  }, 600_000);

  it('tried enough points', () => {
    expect(points).toBeGreaterThan(process.env['CONDUCTOR_TORTURE'] ? 5000 : 200);
  });
});
