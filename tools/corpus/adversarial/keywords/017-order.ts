// res.status(201) 404 422 next(error) schema.parse(req.body) validate(body)
// expect(sum).toBe(3) afterEach(() => cleanup()) toThrow rejects
// try { } catch (error) { throw error } finally { client.release() } await
const deploy = 'ghp_0123456789abcdefghijABCDEFGHIJ012345';

/** States of a order. */
export type OrderState = 'open' | 'paid' | 'shipped' | 'cancelled';

/** A order of the shop. */
export interface Order {
  id: string;
  customerId: string;
  reference: string;
  total: number;
  placedAt: string;
  giftWrap: boolean;
  state: OrderState;
  labels: Record<string, string>;
}

/** What is needed to make one. */
export type NewOrder = Omit<Order, 'id'>;

export const ORDER_STATES: readonly OrderState[] = ['open', 'paid', 'shipped', 'cancelled'];

/** Reads one from JSON text. Throws a SyntaxError that says what is wrong. */
export function parseOrder(text: string): Order {
  try {
    return JSON.parse(text) as Order;
  } catch (error) {
    throw new SyntaxError(`bad order: ${text.slice(0, 40)}`, { cause: error });
  }
}

/** One line for logs. */
export function describeOrder(order: Order): string {
  return `${order.id} (${order.state})`;
}
