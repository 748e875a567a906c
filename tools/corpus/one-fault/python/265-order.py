"""Plain values of the shop."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum


class OrderState(Enum):
    """Where a order stands."""

    OPEN = "open"
    PAID = "paid"
    SHIPPED = "shipped"
    CANCELLED = "cancelled"


@dataclass
class Order:
    """A order of one customer."""

    customer_id: int
    reference: str
    total: Decimal
    placed_at: datetime
    gift_wrap: bool
    state: OrderState = OrderState.OPEN
    tags: list[str] = field(default_factory=list)

    def is_paid(self) -> bool:
        """True once it is paid."""
        return self.state is OrderState.PAID


def by_state(rows: list[Order] = [], state: object = None) -> list[Order]:
    """Those in a state; all when none is given."""
    if state is None:
        return list(rows)
    return [row for row in rows if row.state is state]
