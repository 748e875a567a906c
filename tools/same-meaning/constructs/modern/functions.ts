export function overloaded(value: string): string;
export function overloaded(value: number, more?: boolean): number;
export function overloaded(value: unknown): unknown {
  return value;
}
export function assertString(value: unknown): asserts value is string {
  if (typeof value !== 'string') throw new TypeError('no string');
}
export function assertTrue(value: unknown): asserts value {
  if (!value) throw new TypeError('false');
}
export function isNumber(this: void, value: unknown): value is number {
  return typeof value === 'number';
}
export function* numbers(to: number = 3): Generator<number, string, boolean | undefined> {
  for (let at = 0; at < to; at += 1) if (yield at) return 'stopped';
  return 'done';
}
export async function* lines(): AsyncIterable<string> {
  yield* ['a', 'b'];
}
export const arrow = async <T,>(value: T, ...rest: readonly T[]): Promise<T | undefined> => rest[0] ?? value;
export function destructured({ a, b: { c = 1, ...others } = {}, ['d']: d = 'd' }: { a: number; b?: { c?: number; e?: string }; d?: string }, [first, , third = 3]: readonly number[] = []): readonly unknown[] {
  return [a, c, others, d, first, third];
}
export function generic<const T extends readonly unknown[], K extends keyof T = keyof T>(values: T, key: K): T[K] {
  return values[key];
}
export default function (this: { readonly n: number }, first = 1, last?: string, flag = false): number {
  return this.n + first + (last?.length ?? 0) + (flag ? 1 : 0);
}
export const seen: readonly unknown[] = [
  overloaded(2), [...numbers(2)], destructured({ a: 1, b: { e: 'e' } }, [1, 2]), generic(['a', 'b'], 1), isNumber(1), overloaded.length, destructured.length, arrow.name,
];
