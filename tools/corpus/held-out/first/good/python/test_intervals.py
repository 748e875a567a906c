"""Tests of intervals."""

import pytest

from intervals import Interval, merge


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], []),
        ([Interval(1, 2), Interval(2, 3)], [Interval(1, 3)]),
        ([Interval(5, 6), Interval(1, 2)], [Interval(1, 2), Interval(5, 6)]),
    ],
)
def test_merge(given: list[Interval], expected: list[Interval]) -> None:
    assert list(merge(given)) == expected


def test_end_before_start() -> None:
    with pytest.raises(ValueError, match="lies before"):
        Interval(3, 1)


def test_end_does_not_belong() -> None:
    assert 3 not in Interval(1, 3)
