"""Plain values of the fleet."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum


class VehicleState(Enum):
    """Where a vehicle stands."""

    READY = "ready"
    SERVICED = "serviced"
    SOLD = "sold"


@dataclass
class Vehicle:
    """A vehicle of one depot."""

    depot_id: int
    plate: str
    seats: int
    bought_on: date
    electric: bool
    state: VehicleState = VehicleState.READY
    tags: list[str] = field(default_factory=list)

    def isServiced(self) -> bool:
        """True once it is serviced."""
        return self.state is VehicleState.SERVICED


def by_state(rows: list[Vehicle], state: VehicleState | None = None) -> list[Vehicle]:
    """Those in a state; all when none is given."""
    if state is None:
        return list(rows)
    return [row for row in rows if row.state is state]
