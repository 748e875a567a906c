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

/** All of them, by id. */
export class OrderIndex {
  private readonly rows = new Map<string, Order>();

  /** Puts one in, and tells whether it was new. */
  add(order: Order): boolean {
    const known = this.rows.has(order.id);
    this.rows.set(order.id, order);
    return !known;
  }

  /** Those in a state. */
  inState(state: OrderState): Order[] {
    return [...this.rows.values()].filter((row) => row.state === state);
  }
}
