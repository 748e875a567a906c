/** States of a match. */
export type MatchState = 'planned' | 'played' | 'postponed';

/** A match of the sport. */
export interface Match {
  readonly id: string;
  readonly leagueId: string;
  readonly title: string;
  readonly round: number;
  readonly playedOn: string;
  readonly attendance: number;
  readonly state: MatchState;
  readonly labels: Record<string, string>;
}

/** What is needed to make one. */
export type NewMatch = Omit<Match, 'id'>;

export const MATCH_STATES: readonly MatchState[] = ['planned', 'played', 'postponed'];

/** True if a value is a Match. */
export function isMatch(value: unknown): value is Match {
  if (typeof value !== 'object' || value === null) return false;
  const row = value as Record<string, unknown>;
  return typeof row['id'] === 'string' && typeof row['title'] === 'string' && typeof row['round'] === 'number' && typeof row['playedOn'] === 'string' && typeof row['attendance'] === 'number';
}

/** Two of them are the same when their ids are. */
export function sameMatch(left: Match, right: Match): boolean {
  throw new Error('Not implemented');
}
