/** ISO 4217 codes of the currencies the shop sells in. */
export type Currency = 'EUR' | 'CHF' | 'SEK';

/** An amount in the smallest unit of its currency; immutable. */
export class Money {
  private constructor(
    /** The amount in cents (or öre, rappen …). */
    readonly minor: bigint,
    /** The currency of the amount. */
    readonly currency: Currency,
  ) {}

  /** Makes an amount from whole minor units. */
  static ofMinor(minor: bigint, currency: Currency): Money {
    return new Money(minor, currency);
  }

  /** Adds an amount of the same currency. */
  plus(other: Money): Money {
    this.assertSameCurrency(other);
    return new Money(this.minor + other.minor, this.currency);
  }

  /** Splits the amount into parts that differ by one minor unit at most and add up to it. */
  split(parts: number): Money[] {
    if (!Number.isInteger(parts) || parts < 1) {
      throw new RangeError('parts must be a positive integer');
    }
    const count = BigInt(parts);
    const share = this.minor / count;
    const rest = this.minor % count;
    const step = rest < 0n ? -1n : 1n;
    const extra = rest < 0n ? -rest : rest;
    return Array.from({ length: parts }, (_, index) =>
      new Money(BigInt(index) < extra ? share + step : share, this.currency),
    );
  }

  private assertSameCurrency(other: Money): void {
    if (other.currency !== this.currency) {
      throw new TypeError(`cannot mix ${this.currency} and ${other.currency}`);
    }
  }
}
