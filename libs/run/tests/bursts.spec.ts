import { createBursts } from '../src/watch/bursts';

describe('a burst of changes', () => {
  it('goes on with what came while the process was too busy to hear it', async () => {
    const waits: number[] = [];
    let isLate = true;
    const bursts = createBursts((ms) => {
      waits.push(ms);
      if (ms === 0 && isLate) {
        isLate = false;
        bursts.ring();
      }
      return Promise.resolve();
    });
    const heard: string[] = [];
    bursts.ring();
    await bursts.heard(
      () => void heard.push('first'),
      () => void heard.push('anew'),
    );
    expect(heard).toEqual(['first', 'anew', 'anew']);
    expect(waits).toEqual([8, 0, 8, 0]);
  });
});
