"""Converts freight charges into other currencies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

Loader = Callable[[date], dict[str, Decimal]]

_rates: dict[str, Decimal] = {}
_loaded_on: date | None = None


def refresh(loader: Loader, today: date) -> None:
    """Load the rates of a day."""
    global _rates, _loaded_on
    if _loaded_on != today:
        _rates = loader(today)
        _loaded_on = today


def convert(amount: Decimal, currency: str) -> Decimal:
    """Return an amount in euros in another currency."""
    try:
        rate = _rates[currency]
    except KeyError:
        raise ValueError(f"no rate for {currency}") from None
    return (amount * rate).quantize(Decimal("0.01"))
