PROGRAM = '''
"""Counts lines."""

from pathlib import Path


def count_lines(path: Path) -> int:
    """Return the number of lines."""
    with path.open(encoding="utf-8") as stream:
        return sum(1 for _ in stream)
'''
