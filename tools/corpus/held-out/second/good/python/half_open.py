"""Half-open intervals of integers and a few operations on them."""

from typing import Iterable, List, NamedTuple, Optional


class Interval(NamedTuple):
    """All integers from ``start`` up to, but without, ``stop``."""

    start: int
    stop: int

    def overlaps(self, other: "Interval") -> bool:
        """Tell whether the two share an integer.

        >>> Interval(0, 3).overlaps(Interval(3, 5))
        False
        """
        return self.start < other.stop and other.start < self.stop

    def intersection(self, other: "Interval") -> Optional["Interval"]:
        """Return what the two share, or None."""
        if not self.overlaps(other):
            return None
        return Interval(max(self.start, other.start), min(self.stop, other.stop))


def merge(intervals: Iterable[Interval]) -> List[Interval]:
    """Join intervals that overlap or touch.

    >>> merge([Interval(4, 6), Interval(0, 2), Interval(2, 3)])
    [Interval(start=0, stop=3), Interval(start=4, stop=6)]
    """
    merged: List[Interval] = []
    for interval in sorted(intervals):
        if merged and interval.start <= merged[-1].stop:
            last = merged.pop()
            interval = Interval(last.start, max(last.stop, interval.stop))
        merged.append(interval)
    return merged
