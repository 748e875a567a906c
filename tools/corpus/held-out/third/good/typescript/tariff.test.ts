import { priceFor, type TariffBand } from '../src/tariff';

const bands: TariffBand[] = [
  { upToKwh: 100, centsPerKwh: 20 },
  { upToKwh: Infinity, centsPerKwh: 30 },
];

describe('priceFor', () => {
  it('charges nothing for nothing', () => {
    expect(priceFor(0, bands)).toBe(0);
  });

  it.each([
    [100, 2000],
    [101, 2030],
    [200, 5000],
  ])('charges %d kWh with %d cents', (kwh, cents) => {
    expect(priceFor(kwh, bands)).toBe(cents);
  });

  it('refuses a negative use', () => {
    expect(() => priceFor(-1, bands)).toThrow(RangeError);
  });
});
