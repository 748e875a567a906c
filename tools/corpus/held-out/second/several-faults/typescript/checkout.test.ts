import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../src/app';
import { CheckoutClient } from '../src/checkout-client';

let client: CheckoutClient;

beforeAll(() => {
  const app = createApp();
  app.listen(4555);
  client = new CheckoutClient('http://localhost:4555');
});

describe('checkout', () => {
  it.only('charges the total of the cart', async () => {
    const receipt = await client.pay({ cartId: 'c1', method: 'card' });
    expect(receipt.lines.length).toBeGreaterThanOrEqual(0);
  });

  it('empties the cart', async () => {
    await client.pay({ cartId: 'c1', method: 'card' });
    const cart = await client.cart('c1');
    cart.lines.forEach((line) => line.sku);
  });

  it('refuses an unknown cart', async () => {
    await expect(client.pay({ cartId: 'nope', method: 'card' })).rejects.toThrow('404');
  });
});
