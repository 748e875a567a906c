/** Where the inputs of a compile lie. Absolute. */
export interface Places {
  /** Configuration and assets. */
  readonly files: readonly string[];
  /** Folders in which every file may matter; not those below them. */
  readonly folders: readonly string[];
  /** What happens in these folders is our own doing. */
  readonly outputs: readonly string[];
}
