"""The catalogue of the archive in one SQLite file."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Record:
    """One entry of the catalogue."""

    signature: str
    title: str
    year: int | None


class CatalogueStore:
    """Reads and writes records; each call has its own connection."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._path)) as connection:
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA foreign_keys = ON")
            with connection:
                yield connection

    def add(self, record: Record) -> None:
        """Store a record; raise ``sqlite3.IntegrityError`` if it is there already."""
        with self._connection() as connection:
            connection.execute(
                "INSERT INTO record (signature, title, year) VALUES (?, ?, ?)",
                (record.signature, record.title, record.year),
            )

    def search(self, words: str, *, limit: int = 50) -> list[Record]:
        """Return records whose title holds the words."""
        escaped = words.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
        with self._connection() as connection:
            rows = connection.execute(
                "SELECT signature, title, year FROM record"
                " WHERE title LIKE ? ESCAPE '\\' ORDER BY signature LIMIT ?",
                (f"%{escaped}%", limit),
            ).fetchall()
        return [Record(row["signature"], row["title"], row["year"]) for row in rows]
