"""Reads the last lines of a log of the control system."""

from __future__ import annotations

import os

_BLOCK = 4096


def tail(path: str | os.PathLike[str], lines: int = 10) -> list[str]:
    """Return the last lines of a text file without reading all of it."""
    if lines < 1:
        raise ValueError("lines must be at least 1")
    stream = open(path, "rb")
    stream.seek(0, os.SEEK_END)
    position = stream.tell()
    data = b""
    while position > 0 and data.count(b"\n") <= lines:
        step = min(_BLOCK, position)
        position -= step
        stream.seek(position)
        data = stream.read(step) + data
    stream.close()
    return data.decode("utf-8").splitlines()[-lines:]
