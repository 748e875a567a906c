import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLetters, ended, fromNothing, produced, start, torture, writeSpec } from './letters';

const ROUNDS = torture(500, 15);
const LETTERS = 300;

const letters = (count: number, n: (index: number) => number, from = 0) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`L${index + from}`, n(index)]));
const SPECS = [letters(LETTERS, () => 1), letters(LETTERS, (index) => index), letters(LETTERS, (index) => index + 1, 100), letters(40, (index) => index)];

/** Numbers from 0 to 1 that are the same for the same seed (a linear congruence, Numerical Recipes). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/** Waits until a run says what it is about to change, or ends. */
async function applying(folder: string, running: () => boolean): Promise<void> {
  const manifests = join(folder, '.conductor', 'manifests');
  while (running() && !(existsSync(manifests) && readdirSync(manifests).some((name) => name.endsWith('.intent')))) await sleep(0);
}

it(`kill -9 of the real command, ${ROUNDS} times: the next run ends in the clean result`, async () => {
  const folder = createLetters();
  const seed = Date.now();
  const random = numbers(seed);
  try {
    const clean: Record<string, string>[] = [];
    for (const spec of SPECS) clean.push(await fromNothing(folder, spec));
    writeSpec(folder, SPECS[0] as Record<string, number>);
    const begun = process.hrtime.bigint();
    expect(await ended(start(folder))).toMatchObject({ code: 0 });
    const whole = Number(process.hrtime.bigint() - begun) / 1e6;

    let interrupted = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const at = `round ${round} of seed ${seed}`;
      const pick = () => Math.floor(random() * SPECS.length);
      writeSpec(folder, SPECS[pick()] as Record<string, number>);
      const child = start(folder);
      const end = ended(child);
      let running = true;
      void end.then(() => (running = false));
      // At any moment, and half of the times while files change: that is the shorter part of a run.
      if (round % 2 === 0) await sleep(random() * whole);
      else {
        await applying(folder, () => running);
        await sleep(random() * 20);
      }
      child.kill('SIGKILL');
      await end;
      if (existsSync(join(folder, '.conductor', 'manifests')) && readdirSync(join(folder, '.conductor', 'manifests')).some((name) => name.endsWith('.intent'))) interrupted += 1;
      const now = pick();
      writeSpec(folder, SPECS[now] as Record<string, number>);
      const recovered = await ended(start(folder));
      expect({ at, ...recovered }).toMatchObject({ at, code: 0 });
      expect({ at, files: produced(folder) }).toEqual({ at, files: clean[now] });
    }
    // Not only before and after the part that matters.
    expect(interrupted).toBeGreaterThan(ROUNDS / 10);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 3_600_000);
