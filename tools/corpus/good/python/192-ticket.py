"""Plain values of the events."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum


class TicketState(Enum):
    """Where a ticket stands."""

    FREE = "free"
    RESERVED = "reserved"
    SOLD = "sold"


@dataclass
class Ticket:
    """A ticket of one venue."""

    venue_id: int
    seat: str
    price: Decimal
    sold_at: datetime
    standing: bool
    state: TicketState = TicketState.FREE
    tags: list[str] = field(default_factory=list)

    def is_reserved(self) -> bool:
        """True once it is reserved."""
        return self.state is TicketState.RESERVED


def by_state(rows: list[Ticket], state: TicketState | None = None) -> list[Ticket]:
    """Those in a state; all when none is given."""
    if state is None:
        return list(rows)
    return [row for row in rows if row.state is state]
