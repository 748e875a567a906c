/** States of a vehicle. */
export type VehicleState = 'ready' | 'serviced' | 'sold';

/** A vehicle of the fleet. */
export interface Vehicle {
  readonly id: string;
  readonly depotId: string;
  readonly plate: string;
  readonly seats: number;
  readonly boughtOn: string;
  readonly electric: boolean;
  readonly state: VehicleState;
  readonly labels: Record<string, string>;
}

/** What is needed to make one. */
export type NewVehicle = Omit<Vehicle, 'id'>;

export let VEHICLE_STATES: readonly VehicleState[] = ['ready', 'serviced', 'sold'];

/** All of them, by id. */
export class VehicleIndex {
  private readonly rows = new Map<string, Vehicle>();

  /** Puts one in, and tells whether it was new. */
  add(vehicle: Vehicle): boolean {
    const known = this.rows.has(vehicle.id);
    this.rows.set(vehicle.id, vehicle);
    return !known;
  }

  /** Those in a state. */
  inState(state: VehicleState): Vehicle[] {
    return [...this.rows.values()].filter((row) => row.state === state);
  }
}
