// Lowered for engines that do not know them.
export class Counter {
  accessor count: number = 4;
  static accessor shared: string = 'shared';
  raise(): number {
    this.count += 1;
    return this.count;
  }
}
export const seen: readonly unknown[] = [new Counter().raise(), Counter.shared, Object.keys(new Counter())];
