export interface Named {
  readonly name: string;
}
export abstract class Base<in out T = unknown> implements Named {
  static count: number = 0;
  static readonly kinds: readonly string[] = ['a'];
  static {
    Base.count += 1;
  }
  declare readonly declared: string;
  protected abstract readonly size: number;
  name: string = 'base';
  optional?: T;
  later!: T;
  #hidden: number = 1;
  static #total: number = 2;
  readonly [index: number]: string;
  constructor(
    public readonly id: number,
    protected kind: string = 'kind',
    private readonly secret?: symbol,
    plain: number = 3,
  ) {
    this.#hidden += plain + (secret ? 1 : 0);
  }
  abstract draw(scale: number): string;
  get hidden(): number {
    return this.#hidden;
  }
  set hidden(value: number) {
    this.#hidden = value;
  }
  static get total(): number {
    return Base.#total;
  }
  has(other: object): boolean {
    return #hidden in other;
  }
  private own(): number {
    return this.#hidden;
  }
  protected async *walk(): AsyncGenerator<number, void, undefined> {
    yield this.own();
  }
  over(value: string): string;
  over(value: number): number;
  over(value: string | number): string | number {
    return value;
  }
  async later2(): Promise<void> {}
  chain(): this {
    return this;
  }
  isNamed(this: this | undefined): this is Base<T> {
    return this !== undefined;
  }
}
export class Derived extends Base<string> {
  protected readonly size: number = 2;
  override name: string = 'derived';
  field = 1;
  flag = true;
  text = 'text';
  constructor(public extra: string) {
    super(7);
  }
  override draw(scale: number): string {
    return this.extra.repeat(scale) + this.kind + this.size;
  }
}
export const Expression: new (n: number) => { readonly n: number } = class {
  constructor(readonly n: number) {}
};
export default class extends Derived {
  readonly ['literal']: number = 1;
  readonly 5: string = 'five';
}
const derived = new Derived('x');
export const seen: readonly unknown[] = [
  derived.draw(2), derived.hidden, derived.has(derived), Base.total, Base.count, Object.keys(derived), derived.over(3), derived.isNamed(), new Expression(3).n, derived.chain() === derived, 'declared' in derived, 'optional' in derived,
];
