import type { Digest } from '@nx-conductor/core';
import type { DiskIndex, IndexedFile } from '@nx-conductor/outputs';
import type { Places } from '../compile/places';
import type { Ruling } from '../rules/ruling';
import type { FileToJudge } from './judge-files';
import type { FileTold } from './tell-judged';
import type { JudgedFile, ShownVerdict } from './verdict-file';

/**
 * What the runs of one watch keep. Nothing in it is believed for its age: verdicts count by what they depend on, files by
 * their stats, rules while their ground is the same. A run without it comes to the same.
 */
export interface Recollection {
  /** Undefined until a run has come to its end. */
  last: LastRun | undefined;
  /** The rules of a ground. */
  ruling: { readonly ground: string; readonly ruling: Ruling } | undefined;
  /** Digests of rules whose examples came out. */
  readonly proved: Set<Digest>;
  /** The ground with whose rules a file of each language was judged for practice. */
  rehearsed: string;
  /** There are verdicts that the disk does not hold. */
  unsaved: boolean;
  /** The last run looked at nothing but what it had heard of. */
  narrow: boolean;
}

/** What the last run came to: one that heard of some files puts in its place what is new of them. */
export interface LastRun {
  /** Empty while there is something to tell in every run: then each looks at everything. */
  readonly ground: string;
  readonly files: readonly Pick<FileToJudge, 'path' | 'kinds'>[];
  /** Indexes of the files by their absolute paths. */
  readonly at: ReadonlyMap<string, number>;
  /** By index. */
  readonly verdicts: ShownVerdict[];
  readonly told: FileTold[];
  /** By path. */
  readonly judged: Map<string, JudgedFile>;
  readonly known: Map<Digest, ShownVerdict>;
  readonly places: Places;
  /** What was seen of everything when all of it was looked at last; of what was heard of since, also what was seen then. */
  readonly index: DiskIndex & { readonly sources: Map<string, IndexedFile> };
}

/** Keeps nothing yet. */
export const recollect = (): Recollection => ({ last: undefined, ruling: undefined, proved: new Set(), rehearsed: '', unsaved: false, narrow: false });
