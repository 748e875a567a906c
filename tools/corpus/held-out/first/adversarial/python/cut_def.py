"""Sorts files."""

from pathlib import Path


def by_size(folder: Path) -> list[Path]:
    """Files of a folder, the largest first."""
    return sorted(folder.iterdir(), key=lambda path: path.stat().st_size, reverse=True)


def by_age(folder: Path) -> list[Path]:
