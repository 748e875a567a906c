import type { Config } from '../config/config';
import type { Run } from './run';
import type { JobBook } from './jobs';
import type { Why } from './result';

/** What makes a job run of which nothing has changed: its text is needed to write it again, or to show a conflict. */
export const MISSING = 'its artifact is missing';
export const NOT_AS_WRITTEN = 'its artifact is not as it was written';

/** What makes every job run, when something does; undefined when the traces of an earlier run can tell. */
export function reasonForAll(run: Run): string | undefined {
  const { found, options, edition, index } = run;
  if (options.force) return '--force';
  if (!options.incremental) return 'incremental is switched off';
  if (!options.cache) return 'cache is switched off';
  if (found.state !== 'sound') return found.state === 'absent' ? 'there is no manifest: first run' : 'the manifest is damaged';
  if (found.manifest.generator !== edition.version) return `conductor ${found.manifest.generator} → ${edition.version}`;
  if (index.build !== '' && index.build !== edition.build) return `conductor was built anew: ${index.build} → ${edition.build}`;
  return undefined;
}

/** Why each job ran that did. */
export function explain(book: JobBook, config: Config): Why[] {
  return book.jobs.flatMap(({ job, trace, why }) => (why === undefined ? [] : [{ job: job.id, artifact: trace.files[0] === undefined ? '' : `${config.output}/${trace.files[0].path}`, reason: why }]));
}
