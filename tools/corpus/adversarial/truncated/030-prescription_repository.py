"""Prescriptions in a database file."""
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


def find_prescription(prescription_id: int) -> tuple[object, ...] | None:
    """One by its id."""
    with connect() as db:
        cursor = db.execute("SELECT id, drug, code, doses, issued_on FROM prescriptions WHERE id = ?", (prescription_id,))
        return cursor.fetchone()


def count_of(patient_id: int) -> int:
    """How many a patient has."""
    with connect() as db:
        row = db.execute("SELECT count(*) FROM prescriptions WHERE patient_id = ?", (patient_id,)).fetchone()
    return 0 if row is None else int(