import { byCodeUnit } from '@nx-conductor/core';
import type { RunFacts } from './run-facts';

/** The columns that every run has. Times are in milliseconds, bytes are bytes. */
const COLUMNS: readonly (readonly [name: string, value: (run: RunFacts) => string | number | undefined])[] = [
  ['run', (run) => run.id],
  ['time', (run) => new Date(run.time).toISOString()],
  ['project', (run) => run.project],
  ['command', (run) => run.command],
  ['outcome', (run) => run.outcome],
  ['duration_ms', (run) => run.durationMs],
  ['work_unit', (run) => run.work.unit],
  ['work_total', (run) => run.work.total],
  ['work_ran', (run) => run.work.ran],
  ['work_kept', (run) => run.work.kept],
  ['work_failed', (run) => run.work.failed],
  ['template_hits', (run) => run.templates.hits],
  ['template_misses', (run) => run.templates.misses],
  ['commands_ran', (run) => run.commands.ran],
  ['commands_stored', (run) => run.commands.stored],
  ['files_written', (run) => run.files.written],
  ['files_removed', (run) => run.files.removed],
  ['files_kept', (run) => run.files.kept],
  ['files_conflicts', (run) => run.files.conflicts],
  ['bytes_written', (run) => run.files.bytes],
  ['findings', (run) => run.findings],
];

/** The runs as CSV (RFC 4180): a head, a line for each run, a column for each phase that any of them had. */
export function csvOf(runs: readonly RunFacts[]): string {
  const phases = [...new Set(runs.flatMap((run) => Object.keys(run.phases)))].sort(byCodeUnit);
  const head = [...COLUMNS.map(([name]) => name), ...phases.map((phase) => `phase_${phase}_ms`)];
  const rows = runs.map((run) => [...COLUMNS.map(([, value]) => value(run)), ...phases.map((phase) => run.phases[phase])]);
  return [head, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(value: string | number | undefined): string {
  const text = typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : (value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
