import type { Finding } from '@nx-conductor/compile';
import { describe, type Failure } from '@nx-conductor/core';
import type { CompileRun, TypecheckRun } from '../compile/result';
import type { GenerateResult } from '../generate/result';
import type { PipelineResult } from '../pipeline/result';
import { SEVERITIES } from '@nx-conductor/check';
import type { FileFinding, ValidateRun } from '../validate/result';
import type { EndEvent, FailureEvent } from './event';
import type { RunRecord } from './record';

/** Tells what a run of `generate` came to, and ends its record. Phases and jobs were told while they happened. */
export function concludeGenerate(record: RunRecord, { failures, warnings, steps, durationMs, jobs, artifacts, templates }: GenerateResult): void {
  if (steps.length > 0) {
    // A run that failed has written nothing: its steps are what it would have done.
    const of = (action: string) => steps.filter((step) => step.action === action && (failures.length === 0 || action === 'conflict')).map((step) => step.path);
    record.tell({ event: 'changes', created: of('create'), updated: of('update'), removed: of('remove'), conflicts: of('conflict') });
  }
  tellFailures(record, failures, warnings);
  record.end({ event: 'end', ok: failures.length === 0, durationMs, jobs, artifacts, templates });
}

/** Tells what a run of `compile` came to, and ends its record. */
export function concludeCompile(record: RunRecord, { failures, warnings, findings, phases, durationMs, sources, outputs }: CompileRun): void {
  tellPhases(record, phases);
  tellFindings(record, findings);
  tellFailures(record, failures, warnings);
  record.end({ event: 'end', ok: failures.length === 0, durationMs, sources, outputs });
}

/** Tells what a run of `typecheck` came to, and ends its record. */
export function concludeTypecheck(record: RunRecord, { failures, findings, phases, durationMs, files }: TypecheckRun): void {
  tellPhases(record, phases);
  tellFindings(record, findings);
  tellFailures(record, failures, []);
  record.end({ event: 'end', ok: failures.length === 0, durationMs, files });
}

/** Tells what a run of `validate` came to, and ends its record. */
export function concludeValidate(record: RunRecord, { failures, warnings, findings, phases, durationMs, files }: ValidateRun): void {
  tellPhases(record, phases);
  tellRuleFindings(record, findings);
  tellFailures(record, failures, warnings);
  record.end({ event: 'end', ok: failures.length === 0, durationMs, verdicts: files });
}

/** Ends the record of a run of `pipeline`, whose phases are runs of their own. */
export function concludePipeline(record: RunRecord, { failures, durationMs }: PipelineResult): void {
  tellFailures(record, failures, []);
  record.end({ event: 'end', ok: failures.length === 0, durationMs });
}

/** Ends the record of a run that took things away: artifacts of a project, with the paths that went, or entries of the store. */
export function concludeClean(record: RunRecord, { failures = [], removed = [], ...counts }: Pick<EndEvent, 'artifacts' | 'entries'> & { readonly failures?: readonly Failure[]; readonly removed?: readonly string[] }): void {
  if (removed.length > 0) record.tell({ event: 'changes', created: [], updated: [], removed, conflicts: [] });
  tellFailures(record, failures, []);
  record.end({ event: 'end', ok: failures.length === 0, durationMs: Math.round(record.at()), ...counts });
}

/** Phases that follow each other and of which only their lengths are known. */
function tellPhases(record: RunRecord, phases: Readonly<Record<string, number>>): void {
  let at = 0;
  for (const [phase, ms] of Object.entries(phases)) {
    record.tell({ event: 'phase', phase, at, ms });
    at += ms;
  }
}

/** Findings told one by one: a project that is wrong throughout has no need of a longer list. */
const MOST_FINDINGS = 200;

function tellFindings(record: RunRecord, findings: readonly Finding[]): void {
  for (const { severity, code, message, file, line } of findings.slice(0, MOST_FINDINGS)) record.tell({ event: 'finding', severity, code, message, file, ...(line === undefined ? {} : { line }) });
}

/** Findings of rules, the gravest first: there may be more than are told. */
function tellRuleFindings(record: RunRecord, findings: readonly FileFinding[]): void {
  const graves = SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  for (const { severity, rule, message, file, line } of graves.slice(0, MOST_FINDINGS)) record.tell({ event: 'finding', severity, code: rule, message, file, line });
}

function tellFailures(record: RunRecord, failures: readonly Failure[], warnings: readonly Failure[]): void {
  for (const failure of failures.slice(0, MOST_FINDINGS)) record.tell(failureEvent('failure', failure));
  for (const warning of warnings.slice(0, MOST_FINDINGS)) record.tell(failureEvent('warning', warning));
}

function failureEvent(event: FailureEvent['event'], failure: Failure): FailureEvent {
  const { code, message, file, line } = describe(failure);
  return { event, code, message, ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }) };
}
