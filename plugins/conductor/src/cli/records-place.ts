import { done, type Outcome } from '@nx-conductor/core';
import type { Project } from '@nx-conductor/run';
import type { Call } from './call';
import { storePlace } from './store-commands';

/** Where the records lie, and of which project to read them: of all with `--all`, or when no project was found. */
export async function recordsPlace(call: Call): Promise<Outcome<{ readonly project: Project; readonly name: string | null }>> {
  const place = await storePlace(call);
  if (!place.ok) return place;
  return call.invocation.options['all'] === true ? done({ project: place.value.project, name: null }) : place;
}
