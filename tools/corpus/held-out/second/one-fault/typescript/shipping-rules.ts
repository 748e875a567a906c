/** One rule of the price list. */
export interface shippingRule {
  readonly maxGrams: number;
  readonly cents: number;
}

const RULES: readonly shippingRule[] = [
  { maxGrams: 500, cents: 290 },
  { maxGrams: 2_000, cents: 490 },
  { maxGrams: 10_000, cents: 990 },
];

/** The price of a parcel, or undefined when it is too heavy. */
export function shippingCents(grams: number): number | undefined {
  return RULES.find((rule) => grams <= rule.maxGrams)?.cents;
}
