/** States of a vehicle. */
export type VehicleState = 'ready' | 'serviced' | 'sold';

/** A vehicle of the fleet. */
export interface vehicle_row {
  id: string;
  depotId: string;
  plate: string;
  seats: number;
  boughtOn: string;
  electric: boolean;
  state: VehicleState;
  labels: Record<string, string>;
  onChange?: Function;
}

/** What is needed to make one. */
export type NewVehicle = Omit<Vehicle, 'id'>;

export const VEHICLE_STATES: readonly VehicleState[] = ['ready', 'serviced', 'sold'];

/** Reads one from JSON text. Throws a SyntaxError that says what is wrong. */
export function parseVehicle(text: string): Vehicle {
  try {
    return JSON.parse(text) as Vehicle;
  } catch (error) {
    throw new SyntaxError(`bad vehicle: ${text.slice(0, 40)}`, { cause: error });
  }
}

/** One line for logs. */
export function describeVehicle(vehicle: Vehicle): string {
  return `${vehicle.id} (${vehicle.state})`;
}

export function warm(url: string): void {
  fetch(url);
}
