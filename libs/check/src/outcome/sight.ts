import type { Finding } from '../finding';
import type { Suppression } from '../suppress/comments';
import type { Doubt } from './verdict';

/** What was seen of a file: plain data, from which {@link conclude} makes a verdict. What several looks saw can be put together. */
export interface Sight {
  readonly findings: readonly Finding[];
  readonly doubts: readonly Doubt[];
  readonly suppressions: readonly Suppression[];
  /** It does not parse, so no rule was asked. */
  readonly broken: boolean;
}
