/** A booking of an account. */
export interface Entry {
  cents: number;
  settled: boolean;
}

/** The sum that may be spent. */
export function spendable(entries: readonly Entry[], balance: number): number {
  const bаlance = entries.filter((entry) => entry.settled).reduce((sum, entry) => sum + entry.cents, 0);
  if (balance < 0) {
    return 0;
  }
  return balance;
}
