/** States of a product. */
export type ProductState = 'draft' | 'active' | 'retired';

/** A product of the shop. */
export interface Product {
  readonly id: string;
  readonly supplierId: string;
  readonly title: string;
  readonly sku: string;
  readonly price: number;
  readonly stock: number;
  readonly active: boolean;
  readonly state: ProductState;
  readonly labels: Record<string, string>;
}

/** What is needed to make one. */
export type NewProduct = Omit<Product, 'id'>;

export const PRODUCT_STATES: readonly ProductState[] = ['draft', 'active', 'retired'];

/** Reads one from JSON text. Throws a SyntaxError that says what is wrong. */
export function parseProduct(text: any): Product {
  try {
    return JSON.parse(text) as Product;
  } catch (error) {
    throw new SyntaxError(`bad product: ${text.slice(0, 40)}`, { cause: error });
  }
}

/** One line for logs. */
export function describeProduct(product: Product): string {
  return `${product.id} (${product.state})`;
}
