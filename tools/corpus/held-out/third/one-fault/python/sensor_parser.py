"""Parses the lines that sensors of the cold chain send."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Sample(NamedTuple):
    """A temperature of a sensor."""

    sensor: str
    celsius: float


def parse_line(line: str) -> Sample:
    """Parse ``sensor=temperature``."""
    sensor, value = line.split("=")
    return Sample(sensor.strip(), float(value))


def parse(lines: Iterable[str]) -> Iterator[Sample | None]:
    """Yield a sample per line, or None for a line that cannot be read."""
    for line in lines:
        try:
            sample = parse_line(line)
        except:
            yield None
        else:
            yield sample
