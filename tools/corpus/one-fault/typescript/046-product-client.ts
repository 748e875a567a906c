import type { Product, NewProduct } from './product.js';

/** An answer that is no success. */
export class ProductRequestError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
    this.name = 'ProductRequestError';
  }
}

/** Talks to the service of products. */
export class ProductClient {
  constructor(private readonly base: string, private readonly headers: Record<string, string> = {}) {}

  /** All products of one supplier. */
  async list(supplierId: string): Promise<any[]> {
    const response = await fetch(`${this.base}/products?supplier=${encodeURIComponent(supplierId)}`, { headers: this.headers });
    if (!response.ok) throw new ProductRequestError(response.status, await response.text());
    return (await response.json()) as Product[];
  }

  /** Makes one. */
  async create(product: NewProduct): Promise<Product> {
    const response = await fetch(`${this.base}/products`, { method: 'POST', headers: this.headers, body: JSON.stringify(product) });
    if (response.status !== 201) throw new ProductRequestError(response.status, await response.text());
    return (await response.json()) as Product;
  }

  /** Makes several, one after the other, and tells the log when all are there. */
  async createAll(list: readonly NewProduct[]): Promise<number> {
    for (const product of list) await this.create(product);
    await this.report(list.length);
    return list.length;
  }

  private async report(count: number): Promise<void> {
    await fetch(`${this.base}/log`, { method: 'POST', body: String(count) });
  }
}
