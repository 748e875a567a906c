/** States of a match. */
export type MatchState = 'planned' | 'played' | 'postponed';

/** A match of the sport. */
export interface Match {
  id: string;
  leagueId: string;
  title: string;
  round: number;
  playedOn: string;
  attendance: number;
  state: MatchState;
  labels: Record<string, string>;
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
  return left.id === right.id;
}
