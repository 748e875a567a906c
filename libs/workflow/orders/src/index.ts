import type { Product } from '../../catalog/dist/index.js';
import type { Invoice } from '../../billing/dist/index.js';
import { checkOrder, type NewOrder } from '../../model/dist/index.js';

/** A product, and how many of it. */
export interface Wanted {
  readonly product: Product;
  readonly quantity: number;
}

/** The invoice for what somebody wants; nothing of it is sent. */
export function invoiceFor(id: string, wanted: readonly Wanted[]): Invoice {
  const lines = wanted.map(({ product, quantity }) => ({ text: product.name, quantity, price: product.price }));
  const amount = lines.reduce((sum, line) => sum + line.quantity * line.price.amount, 0);
  return { id, lines, total: { amount, currency: lines[0]?.price.currency ?? 'EUR' }, state: 'open' };
}

/** What is wrong with an order before it is placed, in words. */
export function problemsOf(order: NewOrder): string[] {
  return checkOrder(order);
}
