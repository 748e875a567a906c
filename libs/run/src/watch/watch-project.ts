import type { Lock } from '@nx-conductor/core';
import { createLooker, type ReadFile } from '@nx-conductor/outputs';
import type { GenerateOptions } from '../generate/options';
import type { GenerateResult } from '../generate/result';
import { generate } from '../generate/generate';
import type { Ahead } from '../generate/run';
import { createWarm, type Warm } from '../generate/warm';
import type { Edition, Machine } from '../host';
import { takeProject } from '../lock/hold';
import type { Project } from '../project/project';
import { placesOf, watchedInputs } from './places';
import { stay, type Listener } from './stay';
import { readAhead, warmUp } from './warm-up';

/** What a watch of `generate` needs beyond what a run does. */
export interface Watching extends Listener {
  /** Told each run that something came of: the first, and those that found a change. */
  readonly ran: (result: GenerateResult) => void;
}

/** Runs `generate`, and again whenever an input changes. Whatever is wrong with the inputs is told and waited out. */
export async function watchProject(machine: Machine, edition: Edition, project: Project, options: GenerateOptions, watching: Watching): Promise<void> {
  const readOnly = options.check || options.dryRun;
  const warm = createWarm(machine.startLooker && createLooker(machine.startLooker));
  let places = await placesOf(machine, project, edition.home, undefined, 'nothing');
  // The first run, one that found a change, and one that finds a mended input as it was: each is news.
  let news = true;
  let lock: Promise<Lock> | undefined;
  let ahead: Promise<Ahead | undefined> | undefined;
  const run = async () => {
    const isNews = news;
    const tell = (result: GenerateResult): void => {
      if (isNews || !result.unchanged) watching.ran(result);
    };
    const result = await generate(machine, edition, project, options, warm, { tell, lock, ahead });
    lock = ahead = undefined;
    news = result.failures.length > 0;
    readAhead(machine, edition, project, options, warm);
    // The run that begins the watch; any later one that finds nothing changed knows what the one before knew.
    if (isNews && result.unchanged) await warmUp(machine, edition, project, options, warm);
    places = await placesOf(machine, project, edition.home, places, news ? 'broken' : readOnly ? 'good' : 'recorded', warm);
    return watchedInputs(machine.disk, project, places);
  };
  // The lock is asked for while the burst ends, and large files are read: that takes as long.
  const hearing = { first: () => void (lock = takeAhead(machine, project)), anew: () => void (ahead = readLarge(machine, warm)) };
  await stay(machine, watching, watchedInputs(machine.disk, project, places), run, hearing);
  const left = await (lock as Promise<Lock> | undefined)?.catch(() => undefined);
  if (left?.held === true) left.release();
}

/** Reads the large inputs by a thread, where there is one. */
async function readLarge({ clock }: Machine, { looker, large }: Warm): Promise<Ahead | undefined> {
  const begunAt = clock.now();
  const files = new Map<string, ReadFile>();
  for (const [path, read] of large().map((each) => [each, looker?.read(each)] as const)) {
    const file = await read;
    if (file) files.set(path, file);
  }
  return files.size > 0 ? { begunAt, files } : undefined;
}

/** Whoever waits for it meets its refusal; until then nobody does. */
function takeAhead(machine: Machine, project: Project): Promise<Lock> {
  const lock = takeProject(machine, project);
  lock.catch(() => undefined);
  return lock;
}
