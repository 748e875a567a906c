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
  onChange?: Function;
}

/** What is needed to make one. */
export type NewVehicle = Omit<Vehicle, 'id'>;

export const VEHICLE_STATES: readonly VehicleState[] = ['ready', 'serviced', 'sold'];

/** True if a value is a Vehicle. */
export function isVehicle(value: unknown): value is Vehicle {
  if (typeof value !== 'object' || value === null) return false;
  const row = value as Record<string, unknown>;
  return typeof row['id'] === 'string' && typeof row['plate'] === 'string' && typeof row['seats'] === 'number' && typeof row['boughtOn'] === 'string' && typeof row['electric'] === 'boolean';
}

/** Two of them are the same when their ids are. */
export function sameVehicle(left: Vehicle, right: Vehicle): boolean {
  return left.id === right.id;
}
