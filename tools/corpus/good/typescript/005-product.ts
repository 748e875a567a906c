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

/** True if a value is a Product. */
export function isProduct(value: unknown): value is Product {
  if (typeof value !== 'object' || value === null) return false;
  const row = value as Record<string, unknown>;
  return typeof row['id'] === 'string' && typeof row['title'] === 'string' && typeof row['sku'] === 'string' && typeof row['price'] === 'number' && typeof row['stock'] === 'number' && typeof row['active'] === 'boolean';
}

/** Two of them are the same when their ids are. */
export function sameProduct(left: Product, right: Product): boolean {
  return left.id === right.id;
}
