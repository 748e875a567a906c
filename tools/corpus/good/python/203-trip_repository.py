"""Trips in a database file."""
import csv
import json
import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

log = logging.getLogger(__name__)


@contextmanager
def connect() -> Iterator[sqlite3.Connection]:
    """A connection that ends with its block."""
    db = sqlite3.connect(os.environ["DATABASE"])
    try:
        yield db
        db.commit()
    finally:
        db.close()


def find_trip(trip_id: int) -> tuple[object, ...] | None:
    """One by its id."""
    with connect() as db:
        cursor = db.execute("SELECT id, route, distance, started_at, cost FROM trips WHERE id = ?", (trip_id,))
        return cursor.fetchone()


def count_of(driver_id: int) -> int:
    """How many a driver has."""
    with connect() as db:
        row = db.execute("SELECT count(*) FROM trips WHERE driver_id = ?", (driver_id,)).fetchone()
    return 0 if row is None else int(row[0])


def load_trips(path: Path) -> int:
    """Reads rows from a file of comma-separated values, and tells how many."""
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    if not rows:
        raise ValueError(f"nothing in {path}")
    with connect() as db:
        db.executemany("INSERT INTO trips (route, distance, started_at, cost) VALUES (:route, :distance, :started_at, :cost)", rows)
    return len(rows)
