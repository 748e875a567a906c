import type { Progress } from '@nx-conductor/run';
import { edit, run, workspace } from './bench';

/** What a run tells of how far it is. */
async function progressOf(disk: ReturnType<typeof workspace>): Promise<Progress[]> {
  const told: Progress[] = [];
  await run(disk, { onProgress: (progress) => void told.push(progress) });
  return told;
}

const jobsOf = (told: readonly Progress[]) => told.flatMap(({ jobs }) => (jobs ? [jobs] : []));

describe('how far a run is', () => {
  it('is told at each phase and after each job, kept ones too', async () => {
    const disk = workspace();
    const first = await progressOf(disk);
    expect([...new Set(first.map(({ phase }) => phase))]).toEqual(['read', 'resolve', 'render', 'format', 'plan', 'apply']);
    const all = [
      { done: 1, left: 2, failed: 0 },
      { done: 2, left: 1, failed: 0 },
      { done: 3, left: 0, failed: 0 },
    ];
    expect(jobsOf(first)).toEqual(all);
    edit(disk, '/ws/app/spec.json', JSON.stringify({ letters: { Alpha: { n: 1 }, Beta: { n: 3 } } }));
    expect(jobsOf(await progressOf(disk))).toEqual(all);
  });

  it('counts jobs that fail, and goes on to the last', async () => {
    const disk = workspace();
    edit(disk, '/ws/.conductor/patterns/letters/letter.ejs', '<%= item.nothing.more %>');
    expect(jobsOf(await progressOf(disk)).at(-1)).toEqual({ done: 3, left: 0, failed: 2 });
  });

  it('is nothing but a look when nothing changed', async () => {
    const disk = workspace();
    await run(disk);
    expect(jobsOf(await progressOf(disk))).toEqual([]);
  });
});
