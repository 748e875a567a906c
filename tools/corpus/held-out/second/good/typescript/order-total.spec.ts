import { OrderTotals } from './order-totals';
import type { TaxTable } from './tax-table';

const flatTax = (rate: number): TaxTable => ({ rateFor: jest.fn().mockReturnValue(rate) });

describe('OrderTotals', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('adds the tax of every line', () => {
    const totals = new OrderTotals(flatTax(0.2));

    const result = totals.of([
      { sku: 'mug', cents: 1000, quantity: 2 },
      { sku: 'pen', cents: 250, quantity: 4 },
    ]);

    expect(result).toEqual({ netCents: 3000, taxCents: 600, grossCents: 3600 });
  });

  it('asks for the rate once per sku', () => {
    const table = flatTax(0);
    const totals = new OrderTotals(table);

    totals.of([
      { sku: 'mug', cents: 1000, quantity: 1 },
      { sku: 'mug', cents: 1000, quantity: 3 },
    ]);

    expect(table.rateFor).toHaveBeenCalledTimes(1);
    expect(table.rateFor).toHaveBeenCalledWith('mug');
  });

  it('rejects an order without lines', () => {
    expect(() => new OrderTotals(flatTax(0.1)).of([])).toThrow('at least one line');
  });
});
