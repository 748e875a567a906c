/** An amount in the smallest unit of its currency. */
export interface Money {
  readonly minor: bigint;
  readonly currency: 'EUR' | 'USD' | 'JPY';
}

/** The sum of two amounts of one currency. */
export function add(left: Money, right: Money): Money {
  if (left.currency !== right.currency) throw new TypeError(`${left.currency} and ${right.currency} do not add`);
  return { minor: left.minor + right.minor, currency: left.currency };
}

/** Splits an amount so that the parts differ by one unit at most. */
export function split({ minor, currency }: Money, parts: number): Money[] {
  const count = BigInt(parts);
  const base = minor / count;
  const rest = Number(minor % count);
  return Array.from({ length: parts }, (_, at) => ({ minor: base + (at < rest ? 1n : 0n), currency }));
}
