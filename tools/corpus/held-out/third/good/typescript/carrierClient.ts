/**
 * Code generated from openapi/carrier-v3.yaml. Do not edit by hand.
 */

/** A consignment as the carrier reports it. */
export interface Consignment {
  consignmentId: string;
  status: 'BOOKED' | 'COLLECTED' | 'IN_TRANSIT' | 'DELIVERED';
  weightGrams: number;
  bookedAt: string;
}

/** The body of a booking. */
export interface BookConsignmentRequest {
  senderPostcode: string;
  recipientPostcode: string;
  weightGrams: number;
}

/** Thrown when the carrier answers with anything but a 2xx status. */
export class CarrierApiError extends Error {
  constructor(
    readonly operation: string,
    readonly status: number,
  ) {
    super(`${operation} failed with status ${status}`);
    this.name = 'CarrierApiError';
  }
}

/** Settings of the client. */
export interface CarrierClientOptions {
  baseUrl: string;
  token: () => Promise<string>;
  timeoutMs?: number;
}

/** Client of the carrier's booking interface. */
export class CarrierClient {
  private readonly timeoutMs: number;

  constructor(private readonly options: CarrierClientOptions) {
    this.timeoutMs = options.timeoutMs ?? 10_000;
  }

  /** GET /consignments/{consignmentId} */
  async getConsignment(consignmentId: string): Promise<Consignment> {
    const path = `/consignments/${encodeURIComponent(consignmentId)}`;
    return this.request<Consignment>('getConsignment', 'GET', path);
  }

  /** POST /consignments */
  async bookConsignment(body: BookConsignmentRequest): Promise<Consignment> {
    return this.request<Consignment>('bookConsignment', 'POST', '/consignments', body);
  }

  private async request<T>(operation: string, method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.options.baseUrl}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        authorization: `Bearer ${await this.options.token()}`,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(this.timeoutMs),
    });
    if (!response.ok) {
      throw new CarrierApiError(operation, response.status);
    }
    return (await response.json()) as T;
  }
}
