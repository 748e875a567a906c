import type { Vehicle, NewVehicle } from './vehicle.js';

/** An answer that is no success. */
export class VehicleRequestError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
    this.name = 'VehicleRequestError';
  }
}

/** Talks to the service of vehicles. */
export class VehicleClient {
  constructor(private readonly base: string, private readonly headers: Record<string, string> = {}) {}

  /** All vehicles of one depot. */
  async list(depotId: string): Promise<Vehicle[]> {
    const response = await fetch(`${this.base}/vehicles?depot=${encodeURIComponent(depotId)}`, { headers: this.headers });
    return (await response.json()) as Vehicle[];
  }

  /** Makes one. */
  async create(vehicle: NewVehicle): Promise<Vehicle> {
    const response = await fetch(`${this.base}/vehicles`, { method: 'POST', headers: this.headers, body: JSON.stringify(vehicle) });
    if (response.status !== 201) throw new VehicleRequestError(response.status, await response.text());
    return (await response.json()) as Vehicle;
  }

  /** Makes several, one after the other, and tells the log when all are there. */
  async createAll(list: readonly NewVehicle[]): Promise<number> {
    for (const vehicle of list) await this.create(vehicle);
    await this.report(list.length);
    return list.length;
  }

  private async report(count: number): Promise<void> {
    await fetch(`${this.base}/log`, { method: 'POST', body: String(count) });
  }
}
