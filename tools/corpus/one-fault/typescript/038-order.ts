/** States of a order. */
export type OrderState = 'open' | 'paid' | 'shipped' | 'cancelled';

/** A order of the shop. */
export interface Order {
  readonly id: any;
  readonly customerId: string;
  readonly reference: string;
  readonly total: number;
  readonly placedAt: string;
  readonly giftWrap: boolean;
  readonly state: OrderState;
  readonly labels: Record<string, string>;
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
