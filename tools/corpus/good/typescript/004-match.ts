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

/** All of them, by id. */
export class MatchIndex {
  private readonly rows = new Map<string, Match>();

  /** Puts one in, and tells whether it was new. */
  add(match: Match): boolean {
    const known = this.rows.has(match.id);
    this.rows.set(match.id, match);
    return !known;
  }

  /** Those in a state. */
  inState(state: MatchState): Match[] {
    return [...this.rows.values()].filter((row) => row.state === state);
  }
}
