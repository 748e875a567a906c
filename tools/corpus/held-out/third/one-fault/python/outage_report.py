"""Sums up outages per district."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class DistrictOutages:
    """Outages of one district in a year."""

    district: str
    count: int
    minutes: int


def outages_of_year(database: Path, year: int) -> list[DistrictOutages]:
    """Return one entry per district, the worst first."""
    connection = sqlite3.connect(database)
    rows = connection.execute(
        """
        SELECT district, COUNT(*), SUM(minutes)
          FROM outage
         WHERE started_at >= ? AND started_at < ?
         GROUP BY district
         ORDER BY SUM(minutes) DESC
        """,
        (f"{year}-01-01", f"{year + 1}-01-01"),
    ).fetchall()
    return [DistrictOutages(*row) for row in rows]
