/** One reading of the forecast, in SI units. */
export interface Forecast {
  readonly stationId: string;
  readonly celsius: number;
  readonly observedAt: Date;
}

/** Raised when the forecast service answers with something we cannot use. */
export class ForecastError extends Error {
  constructor(
    message: string,
    readonly status?: number,
  ) {
    super(message);
    this.name = 'ForecastError';
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseForecast(stationId: string, body: unknown): Forecast {
  if (!isRecord(body) || typeof body.temp_c !== 'number' || typeof body.at !== 'string') {
    throw new ForecastError(`unexpected answer for station ${stationId}`);
  }
  const observedAt = new Date(body.at);
  if (Number.isNaN(observedAt.getTime())) {
    throw new ForecastError(`unreadable timestamp for station ${stationId}`);
  }
  return { stationId, celsius: body.temp_c, observedAt };
}

/** Small client of the forecast service; one instance may be shared. */
export class WeatherClient {
  constructor(
    private readonly baseUrl: URL,
    private readonly timeoutMs = 5_000,
  ) {}

  /**
   * Reads the latest forecast of a station.
   *
   * @throws ForecastError when the service refuses or the answer is malformed
   */
  async latest(stationId: string): Promise<Forecast> {
    const url = new URL(`stations/${encodeURIComponent(stationId)}/latest`, this.baseUrl);
    const response = await fetch(url, { signal: AbortSignal.timeout(this.timeoutMs) });
    if (!response.ok) {
      throw new ForecastError(`station ${stationId}: HTTP ${response.status}`, response.status);
    }
    const body: unknown = await response.json();
    return parseForecast(stationId, body);
  }
}
