import type { OrderRepository } from './order-repository';
import type { StockService } from './stock-service';

/** Why an order was refused. */
export type Refusal = 'empty' | 'out-of-stock';

/** Places orders. */
export class OrdersService {
  constructor(
    private readonly orders: OrderRepository,
    private readonly stock: StockService,
  ) {}

  /** Places an order or says why not. */
  async place(customerId: string, lines: ReadonlyMap<string, number>): Promise<string | Refusal> {
    if (lines.size === 0) return 'empty';
    for (const [sku, quantity] of lines) {
      if (!(await this.stock.has(sku, quantity))) return 'out-of-stock';
    }
    const order = await this.orders.insert({
      customerId,
      lines: [...lines].map(([sku, quan