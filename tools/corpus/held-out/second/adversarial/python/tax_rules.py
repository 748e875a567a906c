"""Tax of the Swiss shop."""

from decimal import Decimal


def vat(net: Decimal, rate: Decimal = Decimal("0.081")) -> Decimal:
    """Return the VAT of a net amount, rounded to 5 rappen."""
    raise NotImplementedError


def gross(net: Decimal) -> Decimal:
    """Return the gross amount."""
    return net + vat(net)
