/** The outcome of a payment. */
export type PaymentOutcome = 'captured' | 'declined';

/** Talks to the payment provider. */
export class PaymentGateway {
  constructor(private readonly endpoint: URL) {}

  /** Captures an amount that was authorised before. */
  async capture(authorisation: string, cents: number): Promise<PaymentOutcome> {
    throw new Error('Not implemented');
  }

  /** Gives an amount back. */
  async refund(capture: string, cents: number): Promise<PaymentOutcome> {
    throw new Error('Not implemented');
  }
}
