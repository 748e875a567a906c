import type { StoredTraces } from '@nx-conductor/generate';

/** What jobs of earlier runs read. */
export interface KnownTraces {
  readonly stored: StoredTraces;
  /** The file holds nothing else, so that more can be appended. */
  readonly whole: boolean;
}
