/** A surcharge as it is kept in the settings of a customer. */
export interface SurchargeRule {
  name: string;
  /** A formula over weight and distance, as in "weight * 0.02". */
  formula: string;
}

/** The sum of all surcharges for a freight. */
export function totalSurcharge(rules: readonly SurchargeRule[], weight: number, distance: number): number {
  let total = 0;
  for (const rule of rules) {
    const compute = new Function('weight', 'distance', `return (${rule.formula});`);
    const value: unknown = compute(weight, distance);
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      throw new Error(`surcharge ${rule.name} gives no number`);
    }
    total += value;
  }
  return total;
}
