#!/usr/bin/env python3
"""Import meter readings from CSV files into SQLite.

The files have the columns ``meter``, ``read_on`` and ``kwh``. A file is imported
as a whole or not at all; a reading that is there already is left as it is.
"""

from __future__ import annotations

import argparse
import csv
import logging
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

log = logging.getLogger("meter_import")

EXPECTED_COLUMNS = {"meter", "read_on", "kwh"}

SCHEMA = """
CREATE TABLE IF NOT EXISTS reading (
    meter    TEXT NOT NULL,
    read_on  TEXT NOT NULL,
    kwh      TEXT NOT NULL,
    PRIMARY KEY (meter, read_on)
)
"""


class BadFileError(Exception):
    """A file cannot be imported."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a meter showed on a day."""

    meter: str
    read_on: date
    kwh: Decimal


def parse_row(row: dict[str, str]) -> Reading:
    """Turn a row into a reading; raises ValueError for a bad row."""
    meter = row["meter"].strip()
    if not meter:
        raise ValueError("the meter is missing")
    try:
        kwh = Decimal(row["kwh"])
    except InvalidOperation as error:
        raise ValueError(f"not a number: {row['kwh']!r}") from error
    if not kwh.is_finite() or kwh < 0:
        raise ValueError(f"not a reading: {kwh}")
    return Reading(meter=meter, read_on=date.fromisoformat(row["read_on"]), kwh=kwh)


def read_file(path: Path) -> Iterator[Reading]:
    """Yield the readings of a file."""
    with path.open(newline="", encoding="utf-8") as stream:
        reader = csv.DictReader(stream)
        missing = EXPECTED_COLUMNS - set(reader.fieldnames or ())
        if missing:
            raise BadFileError(f"{path.name}: no column {', '.join(sorted(missing))}")
        for row in reader:
            try:
                yield parse_row(row)
            except ValueError as error:
                raise BadFileError(f"{path.name}, line {reader.line_num}: {error}") from error


def import_file(connection: sqlite3.Connection, path: Path) -> int:
    """Import a file in one transaction and return how many readings were new."""
    before = connection.total_changes
    with connection:
        connection.executemany(
            "INSERT INTO reading (meter, read_on, kwh) VALUES (?, ?, ?)"
            " ON CONFLICT (meter, read_on) DO NOTHING",
            ((item.meter, item.read_on.isoformat(), str(item.kwh)) for item in read_file(path)),
        )
    return connection.total_changes - before


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("database", type=Path)
    parser.add_argument("files", type=Path, nargs="+", metavar="file")
    options = parser.parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")

    failed = 0
    with closing(sqlite3.connect(options.database)) as connection:
        connection.execute(SCHEMA)
        for path in options.files:
            try:
                added = import_file(connection, path)
            except (BadFileError, OSError) as error:
                log.error("%s", error)
                failed += 1
            else:
                log.info("%s: %d new readings", path.name, added)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
