import { dirname } from 'node:path';
import { DiskError, replaceFile } from '@nx-conductor/core';
import { csvOf, factsOf, metricsOf, prometheusOf, readRecords, type GroupMetrics, type RunFacts, type Spread } from '@nx-conductor/run';
import type { Call } from './call';
import { runDocument } from './document';
import { formOf } from './form';
import { recordsPlace } from './records-place';
import { bytesText, plural } from './store-commands';
import { tableText } from './table';

/** `conductor metrics`. */
export async function runMetrics(call: Call): Promise<number> {
  const { invocation, io, machine } = call;
  const { options } = invocation;
  const started = machine.clock.elapsed();
  const telling = formOf<'csv' | 'prometheus'>(call);
  if (!telling.ok) return call.fail(telling.failures, invocation.project ?? null);
  const { form, file } = telling.value;
  const place = await recordsPlace(call);
  if (!place.ok) return call.fail(place.failures, invocation.project ?? null);
  const { project, name } = place.value;
  const runs = readRecords(machine.disk, project, { last: options['last'] as number | undefined, project: name ?? undefined, brief: true }).map(factsOf);
  const metrics = metricsOf(runs);
  if (form === 'json' && file === undefined) return call.tell(name, { runs, metrics }, '');
  const text = async (): Promise<string> => {
    if (form === 'json') return `${JSON.stringify(runDocument('metrics', { project: name, failures: [], durationMs: Math.round(machine.clock.elapsed() - started) }, { runs, metrics }))}\n`;
    return form === 'csv' ? csvOf(runs) : form === 'prometheus' ? await prometheusOf(runs, metrics) : metricsText(runs, metrics);
  };
  if (file === undefined) {
    io.stdout.write(await text());
    return 0;
  }
  try {
    machine.disk.makeDirectory(dirname(file));
    replaceFile(machine.disk, file, await text());
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
    return call.fail([{ code: 'disk', place: { file: project.shown(error.path) }, operation: error.operation, errno: error.errno }], name);
  }
  return call.tell(name, { output: project.shown(file), runs: runs.length }, `${project.shown(file)}: metrics of ${plural(runs.length, 'run', 'runs')}`);
}

function metricsText(runs: readonly RunFacts[], groups: readonly GroupMetrics[]): string {
  if (runs.length === 0) return 'no run is recorded yet: conductor generate leaves a record of each\n';
  const span = [runs[0], runs.at(-1)].map((run) => new Date(run?.time ?? 0).toISOString().slice(0, 16).replace('T', ' '));
  return `${plural(runs.length, 'run', 'runs')}, ${span.join(' to ')} UTC\n${groups.map((group) => `\n${groupText(group)}`).join('')}`;
}

function groupText({ project, command, runs, durationMs, phases, work, templates, commands, files, savings, findings }: GroupMetrics): string {
  const times = [...(durationMs ? [['whole run', durationMs] as const] : []), ...Object.entries(phases)];
  const ended = [`${runs.done} done`, ...(runs.failed > 0 ? [`${runs.failed} failed`] : []), ...(runs.unfinished > 0 ? [`${runs.unfinished} unfinished`] : [])];
  return [
    `${project}: ${command}, ${plural(runs.total, 'run', 'runs')} (${ended.join(', ')})`,
    `  ${work.unit}: ${work.ran} ran, ${work.kept} kept of ${work.total}${rateText(work.hitRate)}`,
    ...(templates.hits + templates.misses > 0 ? [`  templates from the store: ${templates.hits} of ${templates.hits + templates.misses}${rateText(templates.hitRate)}`] : []),
    ...(commands.ran + commands.stored > 0 ? [`  commands: ${commands.ran} ran, ${commands.stored} from the store${rateText(commands.hitRate)}`] : []),
    `  files: ${files.written} written (${bytesText(files.bytes)}), ${files.removed} removed, ${files.kept} kept${files.conflicts > 0 ? `, ${plural(files.conflicts, 'conflict', 'conflicts')}` : ''}`,
    ...(findings > 0 ? [`  findings: ${findings}`] : []),
    ...(savings ? [`  saved against clean runs: ${(savings.savedMs / 1000).toFixed(1)} s in ${plural(savings.runs, 'incremental run', 'incremental runs')} (${percent(savings.share)})`] : []),
    ...tableText(['  ms', 'p50', 'p95', 'p99', 'most'], times.map(([name, spread]) => [`  ${name}`, ...spreadCells(spread)])),
    '',
  ].join('\n');
}

const spreadCells = ({ p50, p95, p99, max }: Spread): string[] => [p50, p95, p99, max].map((ms) => ms.toFixed(ms < 10 ? 1 : 0));

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const rateText = (rate: number | null): string => (rate === null ? '' : ` (${percent(rate)})`);
