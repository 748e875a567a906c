import { digestOfFields, type Digest, type Failure, type Outcome } from '@nx-conductor/core';
import { isLasting, type Candidate, type Finding, type Jury, type Rule, type Verdict } from '@nx-conductor/check';
import { ruleSetsFor, type RuleSet, type Ruling } from '../rules/ruling';
import type { JudgedFile, KnownVerdicts, ShownFinding, ShownVerdict } from './verdict-file';

/** A file to judge. */
export interface FileToJudge {
  /** Relative to the project. */
  readonly path: string;
  /** Of its bytes. */
  readonly digest: Digest;
  /** Roles; undefined for a file that is no artifact. */
  readonly kinds: readonly string[] | undefined;
  /** Read late: most verdicts are known. Undefined for bytes that are no text. */
  readonly text: () => string | undefined;
  /** Where it lies; undefined for what is not written yet. */
  readonly place?: string | undefined;
}

/** Verdicts on files, in their order. */
export interface Judged {
  readonly verdicts: readonly ShownVerdict[];
  /** What to know from now on of these files. */
  readonly files: ReadonlyMap<string, JudgedFile>;
  /** Verdicts that may be kept, by key. */
  readonly lasting: ReadonlyMap<Digest, ShownVerdict>;
  /** Indexes of the files that were looked at, each with the reason. */
  readonly fresh: ReadonlyMap<number, string>;
  /** What is wrong with the rules themselves. */
  readonly faults: readonly Failure[];
}

/** How files are judged. */
export interface Bench {
  /** What Conductor is: another build may judge otherwise. */
  readonly build: string;
  /** Asked late: when nothing changed, no rule is read. */
  readonly ruling: () => Outcome<Ruling>;
  readonly jury: () => Jury;
  /** Verdicts that were asked for before, by their keys. */
  readonly ahead?: ReadonlyMap<Digest, Promise<Verdict | undefined>> | undefined;
  /** What is wrong with rules that were never used before. */
  readonly prove: (rules: readonly Rule[]) => Promise<readonly Failure[]>;
  readonly known: KnownVerdicts;
  /** The ground of the known verdicts is that of this run: the same rules hold for the same files. */
  readonly sameGround: boolean;
  /** Judge every file. */
  readonly force: boolean;
}

/** The key of a verdict: what is judged, as what, by which rules, by whom. */
export function verdictKey(build: string, text: Digest, { language, digest }: RuleSet): Digest {
  return digestOfFields('conductor verdict 1', { build, text, language: language ?? '', rules: digest });
}

/** Judges the files whose verdict is not known. Fails when the rules cannot be read. */
export async function judgeFiles(files: readonly FileToJudge[], bench: Bench): Promise<Outcome<Judged>> {
  const { known, sameGround, build, force } = bench;
  const judged = new Map<string, JudgedFile>();
  const verdicts = new Array<ShownVerdict | undefined>(files.length);
  const fresh = new Map<number, string>();
  const unsettled: number[] = [];
  for (const [index, { path, digest, kinds }] of files.entries()) {
    const before = known.files.get(path);
    const same = sameGround && !force && before?.digest === digest && before.kinds?.join() === kinds?.join();
    const verdict = same ? known.verdicts.get(before.key) : undefined;
    if (!same || !verdict) unsettled.push(index);
    else {
      verdicts[index] = verdict;
      judged.set(path, before);
    }
  }
  const faults: Failure[] = [];
  const due: Due[] = [];
  if (unsettled.length > 0) {
    const ruling = bench.ruling();
    if (!ruling.ok) return ruling;
    const sets = ruleSetsFor(ruling.value, unsettled.map((index) => files[index] as FileToJudge));
    faults.push(...(await bench.prove([...new Set([...new Set(sets.map(({ rules }) => rules))].flat())])));
    for (const [at, index] of unsettled.entries()) {
      const { path, digest, kinds, text, place } = files[index] as FileToJudge;
      const set = sets[at] as RuleSet;
      const key = verdictKey(build, digest, set);
      judged.set(path, { digest, key, kinds });
      const stored = force ? undefined : known.verdicts.get(key);
      if (stored) verdicts[index] = stored;
      else {
        due.push({ index, key, set, text: text(), place });
        fresh.set(index, reasonOf(known.files.get(path), digest, key, force));
      }
    }
  }
  const lasting = new Map<Digest, ShownVerdict>();
  if (due.length > 0) {
    const found = await verdictsOf(due, bench);
    for (const [at, { index, key, text }] of due.entries()) {
      const verdict = shown(found[at] as Verdict, text ?? '');
      verdicts[index] = verdict;
      if (isLasting(verdict)) lasting.set(key, verdict);
    }
  }
  for (const [index, { path }] of files.entries()) {
    const key = judged.get(path)?.key;
    if (key !== undefined && !fresh.has(index)) lasting.set(key, verdicts[index] as ShownVerdict);
  }
  return { ok: true, value: { verdicts: verdicts as ShownVerdict[], files: judged, lasting, fresh, faults } };
}

/** A file whose verdict is not known. */
interface Due extends Question {
  readonly index: number;
  readonly key: Digest;
}

/** What was asked for already is waited for, and all else asked for at once. */
async function verdictsOf(due: readonly Due[], { jury, ahead }: Pick<Bench, 'jury' | 'ahead'>): Promise<readonly (Verdict | undefined)[]> {
  const begun = due.map(({ key }) => ahead?.get(key));
  const others = due.filter((_, at) => begun[at] === undefined);
  const asked = others.length > 0 ? [...(await jury().judge(caseOf(others)))] : [];
  return Promise.all(begun.map((verdict) => verdict ?? asked.shift()));
}

function reasonOf(before: JudgedFile | undefined, digest: Digest, key: Digest, force: boolean): string {
  if (force) return '--force';
  if (before === undefined) return 'it was not judged before';
  if (before.digest !== digest) return `its text: ${before.digest.slice(0, 8)} → ${digest.slice(0, 8)}`;
  return before.key === key ? 'its last verdict could not be kept' : 'the rules that hold for it have changed';
}

/** A text and the rules for it. */
export interface Question {
  readonly set: RuleSet;
  /** Undefined for bytes that are no text. */
  readonly text: string | undefined;
  /** Where it lies, if it does. */
  readonly place?: string | undefined;
}

/** Questions as a jury takes them: rule sets that many files share are sent once. */
export function caseOf(questions: readonly Question[]): { readonly ruleSets: readonly (readonly Rule[])[]; readonly files: readonly Candidate[] } {
  const sets = new Map<readonly Rule[], number>();
  const files = questions.map(({ set, text, place }): Candidate => {
    const at = sets.get(set.rules) ?? sets.size;
    sets.set(set.rules, at);
    return { text: text ?? '', language: text === undefined ? undefined : set.language, ruleSet: at, path: place };
  });
  return { ruleSets: [...sets.keys()], files };
}

/** Longest line that is kept for messages, in characters: generated code has longer ones. */
const MOST_LINE = 2000;

function shown(verdict: Verdict, text: string): ShownVerdict {
  return { ...verdict, findings: withLines(verdict.findings, text), suppressed: withLines(verdict.suppressed, text) };
}

/** Findings with the lines of the text on which they begin. */
export function withLines(findings: readonly Finding[], text: string): ShownFinding[] {
  return findings.map((finding) => {
    const start = text.lastIndexOf('\n', finding.start - 1) + 1;
    const end = text.indexOf('\n', start);
    return { ...finding, sourceLine: text.slice(start, Math.min(end === -1 ? text.length : end, start + MOST_LINE)).replace(/\r$/, '') };
  });
}
