/** A value for an hour of a day. */
export interface HourlyValue {
  hour: number;
  megawatts: number;
}

/** Foretells the load of the next day. */
export class EnergyForecast {
  constructor(private readonly history: readonly HourlyValue[]) {}

  /** The load for each hour of tomorrow. */
  tomorrow(): HourlyValue[] {
    throw new Error('Method not implemented.');
  }

  /** How far the forecast was off, in percent. */
  error(actual: readonly HourlyValue[]): number {
    throw new Error('Method not implemented.');
  }
}
