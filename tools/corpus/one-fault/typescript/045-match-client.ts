import type { Match, NewMatch } from './match.js';

/** An answer that is no success. */
export class MatchRequestError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
    this.name = 'MatchRequestError';
  }
}

/** Talks to the service of matches. */
export class MatchClient {
  constructor(private readonly base: string, private readonly headers: Record<string, string> = {}) {}

  /** All matches of one league. */
  async list(leagueId: string): Promise<any[]> {
    const response = await fetch(`${this.base}/matches?league=${encodeURIComponent(leagueId)}`, { headers: this.headers });
    if (!response.ok) throw new MatchRequestError(response.status, await response.text());
    return (await response.json()) as Match[];
  }

  /** Makes one. */
  async create(match: NewMatch): Promise<Match> {
    const response = await fetch(`${this.base}/matches`, { method: 'POST', headers: this.headers, body: JSON.stringify(match) });
    if (response.status !== 201) throw new MatchRequestError(response.status, await response.text());
    return (await response.json()) as Match;
  }

  /** Makes several, one after the other, and tells the log when all are there. */
  async createAll(list: readonly NewMatch[]): Promise<number> {
    for (const match of list) await this.create(match);
    await this.report(list.length);
    return list.length;
  }

  private async report(count: number): Promise<void> {
    await fetch(`${this.base}/log`, { method: 'POST', body: String(count) });
  }
}
