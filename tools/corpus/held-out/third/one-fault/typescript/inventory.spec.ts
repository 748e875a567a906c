import { describe, expect, it } from 'vitest';
import { Inventory } from '../src/inventory';

describe('Inventory', () => {
  it('starts empty', () => {
    expect(new Inventory(4).items()).toHaveLength(0);
  });

  it.only('stacks equal items', () => {
    const bag = new Inventory(4);
    bag.add('potion');
    bag.add('potion');
    expect(bag.items()).toEqual([{ name: 'potion', amount: 2 }]);
  });

  it('refuses what does not fit', () => {
    const bag = new Inventory(1);
    bag.add('sword');
    expect(() => bag.add('shield')).toThrow('bag is full');
  });
});
