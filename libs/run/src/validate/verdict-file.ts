import type { FileOutcome, Finding, Verdict } from '@nx-conductor/check';
import { byCodeUnit, DiskError, replaceLosable, sealLightly, unsealLightly, type Digest, type Disk } from '@nx-conductor/core';
import type { IndexedFile } from '@nx-conductor/outputs';

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
 *     {"schema":3,"ground":"<text>","lookedAt":1763740000000,"verdicts":[["<key>"],["<key>","rejected",[],[…],[]]],
 *      "files":[["out/a.ts","<digest>",0,["test"],2140,1763730000000.5,1763730000000.5,77],…]}
 *
 * The third field of a file is the place of its verdict among `verdicts`; a verdict without more than its key approves and
 * has nothing to tell. The fourth are its roles, `null` for a file that is no artifact. Then size, times and inode, as they were
 * when it was looked at by a run that began at `lookedAt`; absent when that is not known. In code-unit order of the paths, so
 * that a run in which nothing changed tells the files as they stand here.
 */
const SCHEMA = 3;

/** A verdict as it is stored. */
export type StoredVerdict = readonly [key: Digest] | readonly [key: Digest, outcome: FileOutcome, doubts: ShownVerdict['doubts'], findings: ShownVerdict['findings'], suppressed: ShownVerdict['suppressed']];
/** A file as it is stored. */
export type StoredFile = readonly [path: string, digest: Digest, verdict: number, kinds: readonly string[] | null, ...look: [] | [size: number, mtimeMs: number, ctimeMs: number, inode: number]];

/** The verdicts of earlier runs as they are stored. */
export interface Stored {
  readonly schema: number;
  readonly ground: string;
  /** When the run began that looked at the files; 0 when none did. */
  readonly lookedAt: number;
  readonly verdicts: readonly StoredVerdict[];
  readonly files: readonly StoredFile[];
}

export const NOTHING_STORED: Stored = { schema: SCHEMA, ground: '', lookedAt: 0, verdicts: [], files: [] };

/** Opens the verdicts of earlier runs; a file that is absent, damaged or unreadable holds none. */
export function openVerdicts(disk: Disk, path: string): Stored {
  try {
    const bytes = disk.read(path);
    const body = bytes && unsealLightly(bytes);
    const stored = body === undefined ? undefined : (JSON.parse(body) as Stored);
    // Another schema was written by another version of Conductor.
    return stored?.schema === SCHEMA ? stored : NOTHING_STORED;
  } catch (error) {
    if (error instanceof DiskError) return NOTHING_STORED;
    throw error;
  }
}

/** What stored verdicts tell. */
export function knownIn({ ground, verdicts, files }: Stored): KnownVerdicts {
  const keys = verdicts.map(([key]) => key);
  return {
    ground,
    verdicts: new Map(verdicts.map((each) => [each[0], verdictOf(each)])),
    files: new Map(files.map(([file, digest, verdict, kinds]) => [file, { digest, key: keys[verdict] as Digest, kinds: kinds ?? undefined }])),
  };
}

/** Reads the verdicts of earlier runs. */
export const readVerdicts = (disk: Disk, path: string): KnownVerdicts => knownIn(openVerdicts(disk, path));

/** Saves verdicts, and how their files looked to a run that began at `lookedAt`; false when the disk refuses, which costs the next run time. */
export function saveVerdicts(disk: Disk, path: string, { ground, files, verdicts }: KnownVerdicts, lookedAt = 0, lookOf: (file: string) => IndexedFile | undefined = () => undefined): boolean {
  const at = new Map([...verdicts.keys()].map((key, index) => [key, index]));
  const stored: Stored = {
    schema: SCHEMA,
    ground,
    lookedAt,
    verdicts: [...verdicts].map(([key, verdict]): StoredVerdict => (isBare(verdict) ? [key] : [key, verdict.outcome, verdict.doubts, verdict.findings, verdict.suppressed])),
    // A file whose verdict is not kept is judged again.
    files: [...files.keys()].sort(byCodeUnit).flatMap((file): StoredFile[] => {
      const { digest, key, kinds } = files.get(file) as JudgedFile;
      const verdict = at.get(key);
      if (verdict === undefined) return [];
      const look = lookOf(file);
      // One of other bytes is of no use.
      return [look?.digest === digest ? [file, digest, verdict, kinds ?? null, look.size, look.mtimeMs, look.ctimeMs, look.inode] : [file, digest, verdict, kinds ?? null]];
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

/** A verdict from what is stored of it. */
export function verdictOf(stored: StoredVerdict): ShownVerdict {
  if (stored.length === 1) return APPROVED;
  const [, outcome, doubts, findings, suppressed] = stored;
  return { outcome, doubts, findings, suppressed };
}

const isBare = ({ outcome, findings, suppressed }: ShownVerdict): boolean => outcome === 'approved' && findings.length === 0 && suppressed.length === 0;
