import { join } from 'node:path';
import { whyArtifact, type WhyArtifact } from '@nx-conductor/run';
import type { Call } from './call';
import { paintFor, type Paint } from './io';
import { editText } from './judged';

/** Reads of one source that are told one by one on the screen; `--json` has all of them. */
const MOST_READS = 40;

/** `conductor why <artifact>`. */
export async function runWhy(call: Call): Promise<number> {
  const { io, invocation } = call;
  if (invocation.project === undefined) return call.fail([{ code: 'usage', expected: 'the path of an artifact', received: 'none', hint: 'conductor why <artifact>, such as conductor why generated/index.ts' }], null);
  const why = await whyArtifact(call.machine, call.edition, io.cwd, invocation.project);
  if (!why.ok) return call.fail(why.failures, null);
  const { project, path, state, job, reason, uses, reads, known, changed, fixed, edits } = why.value;
  const artifact = { path: project.shown(join(project.root, path)), state };
  return call.tell(project.name, { artifact, job, reason, upToDate: changed === undefined, changed: changed ?? null, known, fixed: fixed.map((rule) => ({ rule, ...(edits ? { edits: edits.filter((edit) => edit.rule === rule).map(({ line, column, before, after }) => ({ line, column, before, after })) } : {}) })), uses, reads }, whyText(why.value, paintFor(io)));
}

function whyText({ project, path, state, job, reason, uses, reads, known, changed, fixed, edits }: WhyArtifact, paint: Paint): string {
  const verdict = changed === undefined ? paint.green('up to date') : `${paint.yellow('its job runs next time')}: ${changed}`;
  const sources = new Map<string, typeof reads>();
  for (const read of reads) sources.set(read.source, [...(sources.get(read.source) ?? []), read]);
  return [
    `${paint.bold(project.shown(join(project.root, path)))}: ${verdict}`,
    `  on disk  ${STATE[state]}`,
    `  job      ${job}`,
    ...(reason === '' ? [] : [`  reason   ${reason}`]),
    ...(edits ? edits.map((edit, index) => `  ${index === 0 ? 'mended' : '      '}   ${edit.line}:${edit.column} by ${editText(edit)}`) : fixed.length > 0 ? [`  mended   by ${fixed.join(', ')}`] : []),
    ...(known === 'now' ? [paint.dim('  its last run is not known; this is what its job reads now')] : []),
    '',
    'used whole',
    ...Object.entries(uses).map(([name, digest]) => `  ${name}  ${paint.dim(digest.slice(0, 12))}`),
    ...[...sources].flatMap(([source, each]) => [
      '',
      `read of ${source}: ${each.length} ${each.length === 1 ? 'value' : 'values'}`,
      ...each.slice(0, MOST_READS).map(({ pointer, kind, seen }) => `  ${pointer === '' ? '(all of it)' : pointer}  ${paint.dim(kind === 'has' ? `(whether it is there) ${seen}` : seen)}`),
      ...(each.length > MOST_READS ? [`  … and ${each.length - MOST_READS} more; --json has all`] : []),
    ]),
  ].join('\n');
}

const STATE = {
  'as written': 'as it was written',
  edited: 'edited by hand',
  kept: 'edited by hand, and kept by decision',
  missing: 'missing',
  new: 'not in the manifest yet',
} as const;
