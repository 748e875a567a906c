import { join } from 'node:path';
import type { Failure } from '@nx-conductor/core';
import type { Project } from '../project/project';
import type { FileToJudge, Judged } from './judge-files';
import type { FileFinding, FileJudgement, Judgement } from './result';
import type { ShownVerdict } from './verdict-file';

/** What a verdict tells of its file. */
export interface FileTold {
  readonly outcome: ShownVerdict['outcome'];
  readonly findings: readonly FileFinding[];
  readonly suppressed: readonly FileFinding[];
  /** Undefined for an approved file. */
  readonly judgement: FileJudgement | undefined;
}

const NOTHING_TO_TELL: FileTold = { outcome: 'approved', findings: [], suppressed: [], judgement: undefined };

/** Paths of a project's files as people know them. What lies below the project is put together: working out each takes longer than all else that is told. */
export function shownBelow(project: Project): (path: string) => string {
  const root = project.shown(project.root);
  const before = root === '.' ? '' : `${root}/`;
  return (path) => (path.startsWith('..') ? project.shown(join(project.root, path)) : before + path);
}

/** A verdict as a run tells it, with the file as people know it. */
export function toldOf(shown: (path: string) => string, path: string, { outcome, doubts, findings, suppressed }: ShownVerdict): FileTold {
  if (outcome === 'approved' && findings.length + suppressed.length === 0) return NOTHING_TO_TELL;
  const file = shown(path);
  const named = (all: ShownVerdict['findings']) => all.map((finding) => ({ ...finding, file }));
  return { outcome, findings: named(findings), suppressed: named(suppressed), judgement: outcome === 'approved' ? undefined : { file, outcome, doubts } };
}

/** Verdicts as a run tells them: counts, and findings in the order of the files. `judged`: how many were looked at. */
export function judgementOf(told: readonly FileTold[], judged: number): Judgement {
  const findings: FileFinding[] = [];
  const suppressed: FileFinding[] = [];
  const outcomes: FileJudgement[] = [];
  const counts = { approved: 0, rejected: 0, uncertain: 0 };
  for (const file of told) {
    counts[file.outcome] += 1;
    if (file === NOTHING_TO_TELL) continue;
    for (const finding of file.findings) findings.push(finding);
    for (const finding of file.suppressed) suppressed.push(finding);
    if (file.judgement) outcomes.push(file.judgement);
  }
  return { files: { total: told.length, judged, kept: told.length - judged, ...counts }, findings, suppressed, outcomes };
}

/** What verdicts tell of files, in their order. */
export function toldFiles(project: Project, files: readonly Pick<FileToJudge, 'path'>[], { verdicts }: Pick<Judged, 'verdicts'>): FileTold[] {
  const shown = shownBelow(project);
  return verdicts.map((verdict, index) => toldOf(shown, files[index]?.path ?? '', verdict));
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
