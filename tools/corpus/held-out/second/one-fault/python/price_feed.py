"""Takes price changes from a queue into the catalogue."""

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Protocol


class Catalogue(Protocol):
    """The part of the catalogue that is needed here."""

    def set_price(self, sku: str, price: Decimal) -> None:
        """Change the price of an article."""


def apply_price_changes(messages: Iterable[bytes], catalogue: Catalogue) -> int:
    """Apply all messages and return how many were applied."""
    applied = 0
    for message in messages:
        try:
            change = json.loads(message)
            catalogue.set_price(change["sku"], Decimal(change["price"]))
            applied += 1
        except Exception:
            continue
    return applied
