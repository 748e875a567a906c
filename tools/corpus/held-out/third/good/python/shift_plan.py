"""Shifts of the control room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

REST = timedelta(hours=11)


class RestTimeViolation(ValueError):
    """Someone would work again before the rest time is over."""


@dataclass(frozen=True, order=True)
class Shift:
    """One person's shift."""

    starts_at: datetime
    ends_at: datetime
    worker: str = field(compare=False)

    def __post_init__(self) -> None:
        if self.ends_at <= self.starts_at:
            raise ValueError("a shift must end after it starts")


@dataclass
class Plan:
    """All shifts of a period, in order."""

    shifts: list[Shift] = field(default_factory=list)

    def add(self, shift: Shift) -> None:
        """Add a shift if its worker has rested."""
        for other in self.shifts:
            if other.worker != shift.worker:
                continue
            if shift.starts_at < other.ends_at + REST and other.starts_at < shift.ends_at + REST:
                raise RestTimeViolation(f"{shift.worker} needs {REST} of rest")
        self.shifts.append(shift)
        self.shifts.sort()

    def hours(self, workers: Iterable[str]) -> dict[str, float]:
        """Sum the hours of each of the workers."""
        totals = dict.fromkeys(workers, 0.0)
        for shift in self.shifts:
            if shift.worker in totals:
                totals[shift.worker] += (shift.ends_at - shift.starts_at) / timedelta(hours=1)
        return totals
