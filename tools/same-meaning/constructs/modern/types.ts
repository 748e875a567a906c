export type Primitive = string | number | bigint | boolean | symbol | null | undefined | void | never | unknown | object;
export type Conditional<T> = T extends readonly (infer Item extends string)[] ? Item : T extends (...args: infer Args) => infer Result ? [Args, Result] : never;
export type Mapped<T> = { readonly [K in keyof T as K extends string ? `get${Capitalize<K>}` : never]?: () => T[K] };
export type Writable<T> = { -readonly [K in keyof T]-?: T[K] };
export type Template<A extends string, B extends number> = `${A}-${B}` | `${Uppercase<A>}`;
export type Tuple = readonly [first: string, second?: number, ...rest: boolean[]];
export type Callable = { (value: string): number; new (value: number): Callable; readonly key: string; method?(this: Callable): void; get got(): string; set got(value: string); [key: `data-${string}`]: unknown };
export type Recursive<T> = T | readonly Recursive<T>[];
export type Keys = keyof typeof table;
export type Indexed = (typeof table)['a' | 'b'][number];
export type Functions = ((a: string) => void) | (new () => object) | (abstract new () => object);
export type Assertion = (value: unknown) => asserts value is string;
export type Nested = Array<Map<string, Set<readonly [Promise<() => Generator<1>>]>>>;
export type Variance<in I, out O> = (value: I) => O;
export type Literals = 1 | -1 | 1n | 'a' | "b'" | true | `c` | 0x10 | 1_000;
export type Spread<T extends readonly unknown[], U extends readonly unknown[]> = [...T, ...U];
export type This = { chain(): This & { readonly self: ThisType<string> } };
export interface Extended<T extends object = {}> extends Pick<Base, 'one'>, Partial<Record<string, unknown>> {
  <U>(value: U): T & U;
  new (value: string): Extended<T>;
  readonly 'quoted-name': string;
  readonly 42: number;
  [Symbol.iterator](): IterableIterator<T>;
  readonly [unique]: 1;
  optional?: string | undefined;
}
interface Base {
  readonly one: 1;
  readonly two: 2;
}
export const unique: unique symbol = Symbol('unique');
export const table = { a: [1, 2], b: ['x'] } as const;
export const negative = -1;
export const text = 'text';
export const big = 10n;
export const flag = true;
export let changing = 1;
export let joined = `plain`;
export const asserted = <const>['a', { deep: [1] }];
export const nothing = undefined;
export const empty = null;
export const pattern: RegExp = /a+(?<name>b)/dgimsuy;
export declare const ambient: number;
export declare function declared(value: string): void;
export declare let free: Tuple | undefined;
export declare class Ambient {
  private constructor();
  readonly x: number;
}
export const satisfied = { kind: 'a', size: 1 } satisfies { kind: 'a'; size: number } as { readonly kind: 'a'; readonly size: number };
export const seen: readonly unknown[] = [table, negative, text, big, asserted, pattern.source, pattern.flags];
changing += 1;
