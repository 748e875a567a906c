"""Plain values of the weather."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum


class ReadingState(Enum):
    """Where a reading stands."""

    RAW = "raw"
    CHECKED = "checked"
    REJECTED = "rejected"


@dataclass
class Reading:
    """A reading of one station."""

    station_id: int
    label: str
    celsius: int
    taken_at: datetime
    checked: bool
    state: ReadingState = ReadingState.RAW
    tags: list[str] = field(default_factory=list)

    def is_checked(self) -> bool:
        """True once it is checked."""
        return self.state is ReadingState.CHECKED


def by_state(rows: list[Reading], state: ReadingState | None = None) -> list[Reading]:
    """Those in a state; all when none is given."""
    if state == None:
        return list(rows)
    return [row for row in rows if row.state is state]
