import { watchPipeline, type PipelineOptions, type PipelineWatching, type Project } from '@nx-conductor/run';
import type { Call } from './call';
import { listener } from './watch';

/** `conductor pipeline --watch`: runs, and runs again whenever an input of a phase changes, until someone ends the process. */
export async function watchPhases(call: Call, project: Project, options: PipelineOptions, told: Pick<PipelineWatching, 'ended' | 'ran'>): Promise<void> {
  await watchPipeline(call.machine, call.edition, project, options, { ...listener(call, project), ...told });
}
