"""Imports member lists of clubs."""

from __future__ import annotations

from pathlib import Path


class MemberImporter:
    """Reads lists of members and stores them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def files(self) -> list[Path]:
        """Return the lists in the folder."""
        return sorted(self._folder.glob("*.csv"))

    def read(self, path: Path) -> list[dict[str, str]]:
        """Read one list and check each row."""
        ...

    def store(self, rows: list[dict[str, str]]) -> int:
        """Store rows and return how many were new."""
        ...
