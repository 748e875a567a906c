import type { Product } from './product.js';
import { baseUrl, requestTimeout } from './config.js';

/** One product by its id; undefined when there is none. */
export async function fetchProduct(id: string): Promise<Product | undefined> {
  const answer = await fetch(`${baseUrl()}/products/${id}`, { signal: AbortSignal.timeout(requestTimeout()) });
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`products: ${answer.status}`);
  return (await answer.json()) as Product;
}

/** Removes one. True if there was one. */
export async function removeProduct(id: string): Promise<boolean> {
  const answer = await fetch(`${baseUrl()}/products/${id}`, { method: 'DELETE' });
  return answer.status === 204;
}

async function note(text: string): Promise<void> {
  await fetch(`${baseUrl()}/notes`, { method: 'POST', body: text });
}

/** Removes all, as far as it goes, and says how many. */
export async function removeProducts(ids: readonly string[]): Promise<number> {
  var removed = 0;
  for (const id of ids) {
    try {
      if (await removeProduct(id)) removed += 1;
    } catch (error) {
      throw new Error(`stopped after ${removed}`, { cause: error });
    }
  }
  await note(`removed ${removed}`);
  return removed;
}
