import { dirname, join, sep } from 'node:path';
import { createResident } from '@nx-conductor/compile';
import type { Disk } from '@nx-conductor/core';
import { createLooker } from '@nx-conductor/outputs';
import { watchedSources, type Places } from '../compile/places';
import { TSCONFIGS } from '../compile/tsconfig-path';
import { CONFIG_FILE } from '../config/read';
import { createWarm } from '../generate/warm';
import type { Edition, Machine } from '../host';
import type { Project } from '../project/project';
import { rulesFolder } from '../rules/find-rules';
import { placesOf, watchedInputs, type Knowledge } from '../watch/places';
import { stay, type Listener, type Watched } from '../watch/stay';
import { newsOf } from '../watch/watch-runs';
import { readAhead, warmUp } from '../watch/warm-up';
import type { PipelineOptions } from './options';
import { runPipeline } from './pipeline';
import type { PhaseEnd, PhaseWork, PipelinePhase, PipelineResult } from './result';

/** What a watch of a pipeline needs beyond what a run does. */
export interface PipelineWatching extends Listener {
  /** Told each phase when it has ended, of every run. */
  readonly ended: (end: PhaseEnd) => void;
  /** Told each run that something came of: the first, and those that did something, failed or mended. */
  readonly ran: (result: PipelineResult) => void | Promise<void>;
}

/**
 * Runs the phases of a project, and again whenever an input of any of them changes, in one warm process: specs, traces
 * and TypeScript's programs are kept. What the phases write is for none of them a change: the next phase of the same run
 * has seen it.
 */
export async function watchPipeline(machine: Machine, edition: Edition, project: Project, options: PipelineOptions, watching: PipelineWatching): Promise<void> {
  const warm = createWarm(machine.startLooker && createLooker(machine.startLooker));
  const resident = createResident();
  const generates = !options.skip.includes('generate');
  const sources = new Map<PipelinePhase, Places>();
  const isNews = newsOf(didSomething);
  let inputs = await placesOf(machine, project, edition.home, undefined, 'nothing');
  const watched = (): Watched => {
    const own = generates && inputs.output !== undefined ? [inputs.output] : [];
    const all = [...sources.values()].map((places) => watchedSources(machine.disk, project, apartFrom(own, project, places)));
    return together([configuration(machine.disk, project), ...(generates ? [watchedInputs(machine.disk, project, inputs)] : []), ...all]);
  };
  let first = true;
  const run = async (again: boolean): Promise<Watched> => {
    const result = await runPipeline(machine, edition, project, { ...options, resident }, watching.ended, warm);
    if (isNews(result, again)) await watching.ran(result);
    const made = result.phases.find((end) => end.phase === 'generate');
    if (made && 'result' in made && made.phase === 'generate') {
      readAhead(machine, edition, project, options, warm);
      if (first && made.result.unchanged) await warmUp(machine, edition, project, options, warm);
    }
    first = false;
    inputs = await placesOf(machine, project, edition.home, inputs, knowledgeOf(made, options), warm);
    // What cannot be found out while something is broken lies where it lay.
    for (const end of result.phases) if ('result' in end && end.phase !== 'generate' && end.result.places) sources.set(end.phase, end.result.places);
    return watched();
  };
  try {
    await stay(machine, watching, watched(), run);
  } finally {
    resident.close();
  }
}

function knowledgeOf(generate: PhaseEnd | undefined, { check, dryRun }: PipelineOptions): Knowledge {
  if (generate === undefined || !('result' in generate)) return 'nothing';
  if (generate.result.failures.length > 0) return 'broken';
  return check || dryRun ? 'good' : 'recorded';
}

/** The places of a phase without what generate writes before it. */
function apartFrom(own: readonly string[], project: Project, { files, folders, outputs }: Places): Places {
  if (own.length === 0) return { files, folders, outputs };
  const foreign = (path: string) => path !== project.manifest && !own.some((folder) => path === folder || path.startsWith(folder + sep));
  return { files: files.filter(foreign), folders: folders.filter(foreign), outputs: [...outputs, ...own] };
}

/** What says which phases have something to do: it may come. Rules among it: with the first, artifacts are judged. */
function configuration(disk: Disk, project: Project): Watched {
  const rules = rulesFolder(project);
  const files = [CONFIG_FILE, ...TSCONFIGS].map((name) => join(project.root, name));
  return watchedSources(disk, project, { files: [...files, rules], folders: disk.stat(rules) ? [rules] : [], outputs: [] });
}

/** All of them, each in its own folders only: what matters to one in its places may lie in a folder of another. */
function together(all: readonly Watched[]): Watched {
  const parts = all.map((watched) => ({ watched, folders: watched.folders() }));
  return {
    folders: () => new Set(parts.flatMap(({ folders }) => [...folders])),
    matters: (path) => parts.some(({ watched, folders }) => folders.has(dirname(path)) && watched.matters(path)),
  };
}

function didSomething({ phases }: PipelineResult): boolean {
  return phases.some((end) => 'result' in end && did(end));
}

/** Whether a phase changed or looked at something. */
function did(work: PhaseWork): boolean {
  switch (work.phase) {
    case 'generate':
      return !work.result.unchanged;
    case 'validate':
      return work.result.files.judged > 0;
    case 'compile': {
      const { sources, outputs } = work.result;
      return sources.compiled + sources.removed + outputs.written + outputs.removed > 0;
    }
    case 'typecheck':
      return work.result.mode !== 'unchanged';
  }
}
