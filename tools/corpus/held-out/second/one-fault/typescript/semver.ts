const PATTERN = /^(\d+)\.(\d+)\.(\d+)$/;

export class Version {
  private constructor(
    private readonly major: number,
    private readonly minor: number,
    private readonly patch: number,
  ) {}

  /** Reads a version such as 1.20.3. */
  static parse(text: string): Version {
    const match = PATTERN.exec(text);
    if (!match) throw new RangeError(`not a version: ${text}`);
    return new Version(Number(match[1]), Number(match[2]), Number(match[3]));
  }

  /** Negative, zero or positive, as for Array.prototype.sort. */
  compare(other: Version): number {
    return this.major - other.major || this.minor - other.minor || this.patch - other.patch;
  }
}
