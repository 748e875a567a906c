"""Small tools for intervals. The dialect is unusual, but everything is meant."""

from __future__ import annotations

from functools import reduce
from itertools import pairwise
from typing import Protocol, overload, runtime_checkable

Interval = tuple[int, int]


@runtime_checkable
class HasBounds(Protocol):
    """Anything with a lower and an upper bound."""

    @property
    def bounds(self) -> Interval:
        """The bounds."""
        ...


@overload
def as_interval(value: HasBounds) -> Interval: ...
@overload
def as_interval(value: Interval) -> Interval: ...
def as_interval(value: HasBounds | Interval) -> Interval:
    """Return the bounds of a value, in order."""
    low, high = value.bounds if isinstance(value, HasBounds) else value
    return (low, high) if low <= high else (high, low)


def merged(intervals: list[Interval]) -> list[Interval]:
    """Join intervals that touch."""

    def join(done: list[Interval], new: Interval) -> list[Interval]:
        if done and new[0] <= done[-1][1]:
            return [*done[:-1], (done[-1][0], max(done[-1][1], new[1]))]
        return [*done, new]

    start: list[Interval] = []
    return reduce(join, sorted(map(as_interval, intervals)), start)


def gaps(intervals: list[Interval]) -> list[Interval]:
    """Return what lies between the joined intervals."""
    return [(left[1], right[0]) for left, right in pairwise(merged(intervals))]
