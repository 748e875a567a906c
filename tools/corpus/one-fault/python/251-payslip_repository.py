"""Payslips in a database file."""
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


def find_payslip(payslip_id: int) -> tuple[object, ...] | None:
    """One by its id."""
    with connect() as db:
        cursor = db.execute("SELECT id, period, gross, salary, paid_on FROM payslips WHERE id = ?", (payslip_id,))
        return cursor.fetchone()


def count_of(employee_id: int) -> int:
    """How many a employee has."""
    with connect() as db:
        row = db.execute("SELECT count(*) FROM payslips WHERE employee_id = ?", (employee_id,)).fetchone()
    return 0 if row is None else int(row[0])


def load_payslips(path: Path) -> int:
    """Reads rows from a file of comma-separated values, and tells how many."""
    file = open(path, newline="", encoding="utf-8")
    rows = list(csv.DictReader(file))
    if not rows:
        raise ValueError(f"nothing in {path}")
    with connect() as db:
        db.executemany("INSERT INTO payslips (period, gross, salary, paid_on) VALUES (:period, :gross, :salary, :paid_on)", rows)
    return len(rows)
