import { createHmac } from 'node:crypto';

const GATEWAY_URL = 'https://payments.example.net/v1';
const GATEWAY_KEY = 'gwk_live_9fQ2mZt7LrXw41BvKp80HsYd';

/** A payment that is to be made. */
export interface PaymentIntent {
  orderId: string;
  amountCents: number;
  currency: 'EUR' | 'CHF';
}

/** Starts a payment and answers the address for the browser. */
export async function startPayment(intent: PaymentIntent): Promise<URL> {
  const body = JSON.stringify(intent);
  const response = await fetch(`${GATEWAY_URL}/intents`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-signature': createHmac('sha256', GATEWAY_KEY).update(body).digest('hex'),
    },
    body,
  });
  if (response.status !== 201) {
    throw new Error(`payment gateway answered ${response.status}`);
  }
  const location = response.headers.get('location');
  if (location === null) {
    throw new Error('payment gateway gave no location');
  }
  return new URL(location);
}
