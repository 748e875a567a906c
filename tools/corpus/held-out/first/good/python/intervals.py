"""Half-open intervals of whole numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Interval:
    """From `start`, which belongs to it, to `end`, which does not."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"{self.end} lies before {self.start}")

    def __contains__(self, number: int) -> bool:
        return self.start <= number < self.end


def merge(intervals: Iterable[Interval]) -> Iterator[Interval]:
    """The same numbers in as few intervals as can be, in order."""
    last: Interval | None = None
    for interval in sorted(intervals):
        if last is None:
            last = interval
        elif interval.start <= last.end:
            last = Interval(last.start, max(last.end, interval.end))
        else:
            yield last
            last = interval
    if last is not None:
        yield last
