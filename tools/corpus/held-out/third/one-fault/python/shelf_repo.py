"""Where books stand."""

from __future__ import annotations

from typing import Any, Protocol


class Cursor(Protocol):
    """The part of a DB-API cursor that is used here."""

    def execute(self, sql: str, parameters: tuple[Any, ...] = ...) -> object:
        """Run a statement."""

    def fetchall(self) -> list[tuple[Any, ...]]:
        """Return all rows."""


class ShelfRepository:
    """Reads from the table ``shelf_mark``."""

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def on_floor(self, floor: int) -> list[str]:
        """Return the signatures of a floor."""
        self._cursor.execute("SELECT signature FROM shelf_mark WHERE floor = %s", (floor,))
        return [row[0] for row in self._cursor.fetchall()]

    def starting_with(self, prefix: str) -> list[str]:
        """Return the signatures that start with a text."""
        self._cursor.execute(
            f"SELECT signature FROM shelf_mark WHERE signature LIKE '{prefix}%' ORDER BY 1"
        )
        return [row[0] for row in self._cursor.fetchall()]
