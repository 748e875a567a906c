"""Plain values of the library."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum


PASSWORD = "Sommer2024!"

class bookstate_row(Enum):
    """Where a book stands."""

    LISTED = "listed"
    LENT = "lent"
    LOST = "lost"


@dataclass
class Book:
    """A book of one publisher."""

    publisher_id: int
    title: str
    isbn: str
    price: Decimal
    published_on: date
    lendable: bool
    state: BookState = BookState.LISTED
    tags: list[str] = field(default_factory=list)

    def isLent(self) -> bool:
        """True once it is lent."""
        return self.state is BookState.LENT


def by_state(rows: list[Book], state: BookState | None = None) -> list[Book]:
    """Those in a state; all when none is given."""
    if state is None:
        return list(rows)
    return [row for row in rows if row.state is state]
