import { join } from 'node:path';
import type { Failure } from '@nx-conductor/core';
import type { Project } from '../project/project';
import type { FileToJudge, Judged } from './judge-files';
import type { FileFinding, FileJudgement, Judgement } from './result';

/** Verdicts as a run tells them: counts, and findings in the order of the files. */
export function judgementOf(project: Project, files: readonly Pick<FileToJudge, 'path'>[], { verdicts, fresh }: Pick<Judged, 'verdicts' | 'fresh'>): Judgement {
  const findings: FileFinding[] = [];
  const suppressed: FileFinding[] = [];
  const outcomes: FileJudgement[] = [];
  const counts = { approved: 0, rejected: 0, uncertain: 0 };
  for (const [index, verdict] of verdicts.entries()) {
    counts[verdict.outcome] += 1;
    if (verdict.outcome === 'approved' && verdict.findings.length + verdict.suppressed.length === 0) continue;
    const file = project.shown(join(project.root, files[index]?.path ?? ''));
    findings.push(...verdict.findings.map((finding) => ({ ...finding, file })));
    suppressed.push(...verdict.suppressed.map((finding) => ({ ...finding, file })));
    if (verdict.outcome !== 'approved') outcomes.push({ file, outcome: verdict.outcome, doubts: verdict.doubts });
  }
  return { files: { total: verdicts.length, judged: fresh.size, kept: verdicts.length - fresh.size, ...counts }, findings, suppressed, outcomes };
}

/** One failure that stands for all rejected files, and with `strict` one for all uncertain ones; the findings are told by themselves. */
export function failuresOf({ findings, outcomes }: Judgement, strict: boolean, written = true): Failure[] {
  const failures: Failure[] = [];
  const rejected = outcomes.filter(({ outcome }) => outcome === 'rejected');
  if (rejected[0]) {
    const names = new Set(rejected.map(({ file }) => file));
    const errors = findings.filter(({ file, severity }) => severity === 'error' && names.has(file));
    const first = errors[0];
    const place = first ? { file: first.file, line: first.line, column: first.column } : { file: rejected[0].file };
    failures.push({ code: 'rejected', place, files: rejected.length, errors: errors.length, first: first ? `${first.message} [${first.rule}]` : '', written });
  }
  const uncertain = outcomes.filter(({ outcome }) => outcome === 'uncertain');
  if (strict && uncertain[0]) failures.push({ code: 'uncertain', place: { file: uncertain[0].file }, files: uncertain.length });
  return failures;
}
