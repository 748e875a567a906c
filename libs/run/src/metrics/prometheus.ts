import type * as PromClient from 'prom-client';
import type { GroupMetrics } from './metrics';
import type { RunFacts } from './run-facts';

/** Upper bounds of the histograms, in seconds: from a run that finds nothing changed to one that makes a hundred thousand files. */
const RUN_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];
const PHASE_BUCKETS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60];

const GROUP = ['project', 'command'] as const;

/**
 * The metrics in the text format of Prometheus (version 0.0.4), for the text-file collector of a node exporter or for a
 * push gateway. Counters count what the kept records tell: when old records go they fall, which Prometheus takes for a restart.
 * In base units: seconds, bytes, ratios from 0 to 1.
 */
export async function prometheusOf(runs: readonly RunFacts[], groups: readonly GroupMetrics[]): Promise<string> {
  // Loaded here: it is needed for this text only.
  const client = await import('prom-client');
  const registry = new client.Registry();
  addRuns(client, registry, runs);
  addGroups(client, registry, groups);
  return registry.metrics();
}

function addRuns(client: typeof PromClient, registry: PromClient.Registry, runs: readonly RunFacts[]): void {
  const registers = [registry];
  const durations = new client.Histogram({ name: 'conductor_run_duration_seconds', help: 'How long runs took that ended, in seconds', labelNames: GROUP, buckets: RUN_BUCKETS, registers });
  const phases = new client.Histogram({ name: 'conductor_phase_duration_seconds', help: 'How long each phase of a run took, in seconds', labelNames: [...GROUP, 'phase'], buckets: PHASE_BUCKETS, registers });
  for (const { project, command, durationMs, phases: spent } of runs) {
    if (durationMs !== undefined) durations.observe({ project, command }, durationMs / 1000);
    for (const [phase, ms] of Object.entries(spent)) phases.observe({ project, command, phase }, ms / 1000);
  }
}

function addGroups(client: typeof PromClient, registry: PromClient.Registry, groups: readonly GroupMetrics[]): void {
  const counter = (name: string, help: string, label: string) => new client.Counter({ name: `conductor_${name}`, help, labelNames: label === '' ? GROUP : [...GROUP, label], registers: [registry] });
  const gauge = (name: string, help: string, label = '') => new client.Gauge({ name: `conductor_${name}`, help, labelNames: label === '' ? GROUP : [...GROUP, label], registers: [registry] });
  const counters = {
    runs: counter('runs_total', 'Recorded runs, by how they ended', 'outcome'),
    work: counter('work_total', 'Units of incremental work (jobs of generate, sources of compile, files of typecheck), by what became of them', 'result'),
    templates: counter('template_lookups_total', 'Look-ups of compiled templates in the store', 'result'),
    commands: counter('commands_total', 'Processes of jobs: run, or spared because their results were in the store', 'result'),
    files: counter('files_total', 'Artifacts and compiled outputs, by what became of them', 'action'),
    bytes: counter('written_bytes_total', 'Bytes written to artifacts and compiled outputs', ''),
    findings: counter('findings_total', 'Findings in sources', ''),
  };
  const gauges = {
    quantiles: gauge('run_duration_quantile_seconds', 'Quantiles of how long runs took (nearest rank), in seconds', 'quantile'),
    hits: gauge('work_hit_ratio', 'Share of the work that was kept from earlier runs, 0 to 1'),
    templateHits: gauge('template_hit_ratio', 'Share of the look-ups of compiled templates that found one, 0 to 1'),
    saved: gauge('saved_seconds', 'What incremental runs took less than the latest clean run before each of them, in seconds'),
    lastTime: gauge('last_run_timestamp_seconds', 'Start of the last run, in seconds since the epoch'),
    lastOk: gauge('last_run_success', '1 when the last run ended well, else 0'),
  };
  for (const { project, command, runs, work, templates, commands, files, findings, durationMs, savings, lastRun } of groups) {
    const at = { project, command };
    for (const outcome of ['done', 'failed', 'unfinished'] as const) counters.runs.inc({ ...at, outcome }, runs[outcome]);
    for (const result of ['ran', 'kept', 'failed'] as const) counters.work.inc({ ...at, result }, work[result]);
    for (const [result, count] of Object.entries({ hit: templates.hits, miss: templates.misses })) counters.templates.inc({ ...at, result }, count);
    for (const result of ['ran', 'stored'] as const) counters.commands.inc({ ...at, result }, commands[result]);
    for (const [action, count] of Object.entries({ written: files.written, removed: files.removed, kept: files.kept, conflict: files.conflicts })) counters.files.inc({ ...at, action }, count);
    counters.bytes.inc(at, files.bytes);
    counters.findings.inc(at, findings);
    if (durationMs) for (const [quantile, name] of [['0.5', 'p50'], ['0.95', 'p95'], ['0.99', 'p99']] as const) gauges.quantiles.set({ ...at, quantile }, durationMs[name] / 1000);
    if (work.hitRate !== null) gauges.hits.set(at, work.hitRate);
    if (templates.hitRate !== null) gauges.templateHits.set(at, templates.hitRate);
    if (savings) gauges.saved.set(at, savings.savedMs / 1000);
    gauges.lastTime.set(at, lastRun.time / 1000);
    gauges.lastOk.set(at, lastRun.ok ? 1 : 0);
  }
}
