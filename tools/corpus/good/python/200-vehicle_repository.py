"""Vehicles in a database file."""
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


def find_vehicle(vehicle_id: int) -> tuple[object, ...] | None:
    """One by its id."""
    with connect() as db:
        cursor = db.execute("SELECT id, plate, seats, bought_on, electric FROM vehicles WHERE id = ?", (vehicle_id,))
        return cursor.fetchone()


def count_of(depot_id: int) -> int:
    """How many a depot has."""
    with connect() as db:
        row = db.execute("SELECT count(*) FROM vehicles WHERE depot_id = ?", (depot_id,)).fetchone()
    return 0 if row is None else int(row[0])


def save_vehicles(path: Path, rows: list[dict[str, object]]) -> None:
    """Writes rows as JSON."""
    try:
        with path.open("w", encoding="utf-8") as file:
            json.dump(rows, file)
    except OSError as error:
        log.error("%s could not be written: %s", path, error)
        raise
