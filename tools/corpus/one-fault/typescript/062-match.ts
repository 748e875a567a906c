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
  onChange?: Function;
}

/** What is needed to make one. */
export type NewMatch = Omit<Match, 'id'>;

export const MATCH_STATES: readonly MatchState[] = ['planned', 'played', 'postponed'];

/** Reads one from JSON text. Throws a SyntaxError that says what is wrong. */
export function parseMatch(text: string): Match {
  try {
    return JSON.parse(text) as Match;
  } catch (error) {
    throw new SyntaxError(`bad match: ${text.slice(0, 40)}`, { cause: error });
  }
}

/** One line for logs. */
export function describeMatch(match: Match): string {
  return `${match.id} (${match.state})`;
}
