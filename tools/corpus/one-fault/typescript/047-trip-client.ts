import type { Trip, NewTrip } from './trip.js';

/** An answer that is no success. */
export class TripRequestError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
    this.name = 'TripRequestError';
  }
}

/** Talks to the service of trips. */
export class TripClient {
  constructor(private readonly base: string, private readonly headers: Record<string, string> = {}) {}

  /** All trips of one driver. */
  async list(driverId: string): Promise<any[]> {
    const response = await fetch(`${this.base}/trips?driver=${encodeURIComponent(driverId)}`, { headers: this.headers });
    if (!response.ok) throw new TripRequestError(response.status, await response.text());
    return (await response.json()) as Trip[];
  }

  /** Makes one. */
  async create(trip: NewTrip): Promise<Trip> {
    const response = await fetch(`${this.base}/trips`, { method: 'POST', headers: this.headers, body: JSON.stringify(trip) });
    if (response.status !== 201) throw new TripRequestError(response.status, await response.text());
    return (await response.json()) as Trip;
  }

  /** Makes several, one after the other, and tells the log when all are there. */
  async createAll(list: readonly NewTrip[]): Promise<number> {
    for (const trip of list) await this.create(trip);
    await this.report(list.length);
    return list.length;
  }

  private async report(count: number): Promise<void> {
    await fetch(`${this.base}/log`, { method: 'POST', body: String(count) });
  }
}
