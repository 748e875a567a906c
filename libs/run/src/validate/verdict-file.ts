import type { FileOutcome, Finding, Verdict } from '@nx-conductor/check';
import { DiskError, replaceLosable, sealLightly, unsealLightly, type Digest, type Disk } from '@nx-conductor/core';

/** A finding with the line on which it begins, so that it can be shown without the file. */
export type ShownFinding = Finding & { readonly sourceLine: string };

/** A verdict whose findings can be shown. */
export interface ShownVerdict extends Omit<Verdict, 'findings' | 'suppressed'> {
  readonly findings: readonly ShownFinding[];
  readonly suppressed: readonly ShownFinding[];
}

/** A file as it was last judged. */
export interface JudgedFile {
  /** Of its bytes. */
  readonly digest: Digest;
  /** Of its verdict; see `verdictKey`. */
  readonly key: Digest;
  /** Roles that the manifest gives it; undefined for a file that is no artifact. */
  readonly kinds: readonly string[] | undefined;
}

/** What earlier runs found out about the files of a project. */
export interface KnownVerdicts {
  /** All that decides which files there are and which rules hold for each; see `Ground`. Empty when it must be looked at again. */
  readonly ground: string;
  /** By path relative to the project. */
  readonly files: ReadonlyMap<string, JudgedFile>;
  readonly verdicts: ReadonlyMap<Digest, ShownVerdict>;
}

export const NO_VERDICTS: KnownVerdicts = { ground: '', files: new Map(), verdicts: new Map() };

const APPROVED: ShownVerdict = { outcome: 'approved', doubts: [], findings: [], suppressed: [] };

/*
 * One small file for each project in the cache; losing it costs time. A lightly sealed file (`core/sealed.ts`) whose body is
 *
 *     {"schema":2,"ground":"<text>","verdicts":[["<key>"],["<key>","rejected",[],[…],[]]],"files":[["out/a.ts","<digest>",0,["test"]],…]}
 *
 * The third field of a file is the place of its verdict among `verdicts`; a verdict without more than its key approves and
 * has nothing to tell. The fourth is `null` for a file that is no artifact, and absent for one without roles.
 */
const SCHEMA = 2;

type StoredVerdict = readonly [key: Digest] | readonly [key: Digest, outcome: FileOutcome, doubts: ShownVerdict['doubts'], findings: ShownVerdict['findings'], suppressed: ShownVerdict['suppressed']];
type StoredFile = readonly [path: string, digest: Digest, verdict: number] | readonly [path: string, digest: Digest, verdict: number, kinds: readonly string[] | null];

interface Stored {
  readonly schema: number;
  readonly ground: string;
  readonly verdicts: readonly StoredVerdict[];
  readonly files: readonly StoredFile[];
}

/** Reads the verdicts of earlier runs; a file that is absent, damaged or unreadable knows none. */
export function readVerdicts(disk: Disk, path: string): KnownVerdicts {
  try {
    const bytes = disk.read(path);
    const body = bytes && unsealLightly(bytes);
    const stored = body === undefined ? undefined : (JSON.parse(body) as Stored);
    // Another schema was written by another version of Conductor.
    if (stored?.schema !== SCHEMA) return NO_VERDICTS;
    const keys = stored.verdicts.map(([key]) => key);
    return {
      ground: stored.ground,
      verdicts: new Map(stored.verdicts.map((each) => [each[0], verdictOf(each)])),
      files: new Map(stored.files.map(([file, digest, verdict, kinds]) => [file, { digest, key: keys[verdict] as Digest, kinds: kinds === null ? undefined : (kinds ?? []) }])),
    };
  } catch (error) {
    if (error instanceof DiskError) return NO_VERDICTS;
    throw error;
  }
}

/** Saves verdicts; false when the disk refuses, which costs the next run time. */
export function saveVerdicts(disk: Disk, path: string, { ground, files, verdicts }: KnownVerdicts): boolean {
  const at = new Map([...verdicts.keys()].map((key, index) => [key, index]));
  const stored: Stored = {
    schema: SCHEMA,
    ground,
    verdicts: [...verdicts].map(([key, verdict]): StoredVerdict => (isBare(verdict) ? [key] : [key, verdict.outcome, verdict.doubts, verdict.findings, verdict.suppressed])),
    // A file whose verdict is not kept is judged again.
    files: [...files].flatMap(([file, { digest, key, kinds }]): StoredFile[] => {
      const verdict = at.get(key);
      if (verdict === undefined) return [];
      return [kinds !== undefined && kinds.length === 0 ? [file, digest, verdict] : [file, digest, verdict, kinds ?? null]];
    }),
  };
  return replaceLosable(disk, path, sealLightly(JSON.stringify(stored)));
}

/** Verdicts that are of use now, and of earlier ones as many as do not make the file much larger: people go back and forth. */
export function joinVerdicts(before: ReadonlyMap<Digest, ShownVerdict>, now: ReadonlyMap<Digest, ShownVerdict>): ReadonlyMap<Digest, ShownVerdict> {
  const joined = new Map([...before, ...now]);
  return joined.size > 2 * now.size + SLACK ? now : joined;
}

const SLACK = 100;

function verdictOf(stored: StoredVerdict): ShownVerdict {
  if (stored.length === 1) return APPROVED;
  const [, outcome, doubts, findings, suppressed] = stored;
  return { outcome, doubts, findings, suppressed };
}

const isBare = ({ outcome, findings, suppressed }: ShownVerdict): boolean => outcome === 'approved' && findings.length === 0 && suppressed.length === 0;
