import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PriceTag } from './PriceTag';

test('shows the price in the currency of the shop', () => {
  render(<PriceTag cents={1999} currency="EUR" locale="de-DE" />);

  expect(screen.getByTestId('amount')).toHaveTextContent('19,99');
});

test('strikes the old price through when there is a discount', () => {
  render(<PriceTag cents={1500} formerCents={2000} currency="EUR" locale="de-DE" />);

  expect(screen.getByText(/20,00/).tagName).toBe('DEL');
});

test('tells how the price is made on demand', async () => {
  const user = userEvent.setup();
  render(<PriceTag cents={1500} currency="EUR" locale="de-DE" />);

  expect(screen.queryByRole('tooltip')).toBeNull();
  await user.hover(screen.getByRole('button', { name: 'Details' }));

  expect(await screen.findByRole('tooltip')).toBeVisible();
});
