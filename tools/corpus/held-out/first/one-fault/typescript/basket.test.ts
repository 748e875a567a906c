import { expect, test } from 'vitest';
import { Basket } from './basket';

test('is empty at first', () => {
  expect(new Basket().size).toBe(0);
});

test('takes a product', () => {
  const basket = new Basket();
  basket.put('book', 2);
  console.log(basket.size);
});
