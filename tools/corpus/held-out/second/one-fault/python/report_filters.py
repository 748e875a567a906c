"""Selects the rows of a report."""

from datetime import date
from typing import NamedTuple

from .report_columns import *


class ReportRow(NamedTuple):
    """One line of the report."""

    day: date
    region: str
    cents: int


def between(rows: list[ReportRow], first: date, last: date) -> list[ReportRow]:
    """Return the rows of a period; both ends belong to it."""
    return [row for row in rows if first <= row.day <= last]


def total(rows: list[ReportRow]) -> int:
    """Return the sum of all rows in cents."""
    return sum(row.cents for row in rows)
