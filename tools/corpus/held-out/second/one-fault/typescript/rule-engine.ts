/** A rule as the back office stores it. */
export interface DiscountRule {
  id: string;
  condition: string;
  percent: number;
}

/** The facts of a cart a rule may look at. */
export interface CartFacts {
  subtotalCents: number;
  itemCount: number;
  isMember: boolean;
}

/** The highest discount whose condition holds for the cart. */
export function bestDiscount(rules: readonly DiscountRule[], facts: CartFacts): number {
  let best = 0;
  for (const rule of rules) {
    const holds: unknown = new Function('cart', `return (${rule.condition});`)(facts);
    if (holds === true && rule.percent > best) best = rule.percent;
  }
  return best;
}
