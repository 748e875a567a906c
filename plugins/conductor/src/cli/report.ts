import { join, resolve } from 'node:path';
import { makeReport } from '@nx-conductor/run';
import type { Call } from './call';
import { recordsPlace } from './records-place';
import { bytesText, plural } from './store-commands';

/** `conductor report`. */
export async function runReport(call: Call): Promise<number> {
  const { invocation, io, machine, edition } = call;
  const { options } = invocation;
  const place = await recordsPlace(call);
  if (!place.ok) return call.fail(place.failures, invocation.project ?? null);
  const { project, name } = place.value;
  const file = typeof options['output'] === 'string' ? resolve(io.cwd, options['output']) : join(project.conductor, 'metrics', `${name === null ? 'report' : `report-${name.replaceAll('/', '-')}`}.html`);
  const made = makeReport(machine, edition, project, { project: name ?? undefined, last: options['last'] as number | undefined, file });
  if (!made.ok) return call.fail(made.failures, name);
  const { runs, bytes } = made.value;
  const output = project.shown(file);
  return call.tell(name, { output, runs, bytes }, `${output}: ${plural(runs, 'run', 'runs')}, ${bytesText(bytes)}`);
}
