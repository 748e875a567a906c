import type { Job } from '@nx-conductor/generate';
import type { Input } from '@nx-conductor/outputs';
import type { Config } from '../config/config';
import type { Run } from './generate';
import { inputChanges } from './inputs';
import type { Why } from './result';

/** Why every job ran: with what made the whole run necessary. */
export function explain(run: Run, jobs: readonly Job[], config: Config, list: readonly Input[]): Why[] {
  const reason = reasonOfRun(run, list);
  return jobs.map((job) => ({ job: job.id, artifact: `${config.output}/${job.path}`, reason }));
}

function reasonOfRun(run: Run, list: readonly Input[]): string {
  const { found, options, edition, index } = run;
  if (options.force) return '--force';
  if (!options.cache) return '--no-cache';
  if (found.state !== 'sound') return found.state === 'absent' ? 'there is no manifest: first run' : 'the manifest is damaged';
  if (found.manifest.generator !== edition.version) return `conductor ${found.manifest.generator} → ${edition.version}`;
  const changed = inputChanges(found.manifest.inputs, list);
  if (changed.length > 0) return changed.join('; ');
  return index.build !== '' && index.build !== edition.build ? `conductor was built anew: ${index.build} → ${edition.build}` : 'an artifact is missing or was changed on disk';
}

