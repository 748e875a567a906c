"""Reads a catalogue."""

import json
from pathlib import Path


def read_catalogue(path: Path) -> list[dict[str, str]]:
    """The entries of a catalogue."""
    handle = open(path, encoding="utf-8")
    entries = json.load(handle)
    return [entry for entry in entries if entry.get("title")]
