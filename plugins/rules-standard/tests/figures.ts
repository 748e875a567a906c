import { OUTCOMES, type Engine, type FileOutcome, type Verdict } from '@nx-conductor/check';
import { CLASSES, judgedAll, type Label, type Sample } from './corpus';

/** What came out for a labelled file. */
export interface Judgement {
  readonly label: Label;
  readonly verdict: Verdict;
}

/** How many files of a kind came out how. */
export interface Row {
  readonly name: string;
  readonly files: number;
  readonly outcomes: Readonly<Record<FileOutcome, number>>;
  /** Paths of files with a fault that were approved, and of good ones that were rejected. */
  readonly falseApprovals: readonly string[];
  readonly falseRejections: readonly string[];
  readonly good: number;
}

export function judgeAll(engine: Engine, samples: readonly Sample[]): Judgement[] {
  const verdicts = judgedAll(engine, samples);
  return samples.map(({ label }, index) => ({ label, verdict: verdicts[index] as Verdict }));
}

/** A row for each class, one for each language, and one for all. */
export function figures(judgements: readonly Judgement[]): Row[] {
  const rows = CLASSES.map((name) => row(name, judgements.filter(({ label }) => label.class === name)));
  for (const [name, ending] of LANGUAGES) rows.push(row(name, judgements.filter(({ label }) => ending.test(label.path))));
  return [...rows, row('all', judgements)];
}

/** The name of a file's language. */
export const languageName = (path: string): string => LANGUAGES.find(([, ending]) => ending.test(path))?.[0] ?? path;

/** The share of files that are approved or rejected, and that of the good ones that are rejected, in percent. */
export const decided = ({ files, outcomes }: Row): number => (100 * (files - outcomes.uncertain)) / files;
export const falselyRejected = ({ falseRejections, good }: Row): number => (good === 0 ? 0 : (100 * falseRejections.length) / good);

/** The rows as cells, the head first. */
export const cellsOf = (rows: readonly Row[]): string[][] => [
  ['files', 'number', ...OUTCOMES, 'decided', 'false approvals', 'false rejections'],
  ...rows.map((each) => [each.name, String(each.files), ...OUTCOMES.map((outcome) => String(each.outcomes[outcome])), `${decided(each).toFixed(1)} %`, String(each.falseApprovals.length), each.good === 0 ? '–' : `${each.falseRejections.length} of ${each.good}`]),
];

const LANGUAGES = [
  ['TypeScript', /\.tsx?$/],
  ['Python', /\.py$/],
  ['SQL', /\.sql$/],
] as const;

function row(name: string, judgements: readonly Judgement[]): Row {
  const paths = (wanted: (label: Label) => boolean, outcome: FileOutcome) => judgements.filter(({ label, verdict }) => verdict.outcome === outcome && wanted(label)).map(({ label }) => label.path);
  const outcomes = { approved: 0, rejected: 0, uncertain: 0 };
  for (const { verdict } of judgements) outcomes[verdict.outcome] += 1;
  return { name, files: judgements.length, outcomes, falseApprovals: paths(isFaulty, 'approved'), falseRejections: paths(isGood, 'rejected'), good: judgements.filter(({ label }) => isGood(label)).length };
}

const isGood = ({ faults }: Label): boolean => faults.length === 0;

/** A file whose only faults are matters of style may be approved: they are told. */
const isFaulty = ({ faults }: Label): boolean => faults.some(({ style }) => style !== true);
