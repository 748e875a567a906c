/** Where a plan is carried out. Paths are absolute. */
export interface Ground {
  readonly root: string;
  /** The output folder; the staging folder lies in it, so that every rename stays on one file system. */
  readonly output: string;
  readonly manifest: string;
  /** Where the intent is recorded, in the folder of the manifest: a cache may be deleted at any time. */
  readonly intent: string;
}
