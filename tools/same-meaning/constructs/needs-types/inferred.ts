import { Plain } from './base';

export const table = { plain: Plain.A, list: [1, 2].map((each) => ({ each })) };
export function pairs(value: string) {
  return Object.entries({ value });
}
export class Store {
  items = new Map([['a', 1]]);
  get size() {
    return this.items.size;
  }
  find(name: string) {
    return this.items.get(name);
  }
}
export default { pairs, ...table };
export const seen: readonly unknown[] = [table, pairs('a'), new Store().size];
