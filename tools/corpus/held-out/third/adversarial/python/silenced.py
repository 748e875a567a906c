"""Converts units of energy."""

# ruff: noqa
# mypy: ignore-errors
from __future__ import annotations

_JOULES = {"J": 1.0, "kWh": 3.6e6, "MWh": 3.6e9, "cal": 4.184}


def convert(value: float, source: str, target: str) -> float:
    """Convert a value from one unit into another."""
    try:
        return value * _JOULES[source] / _JOULES[target]
    except KeyError as error:
        raise ValueError(f"unknown unit {error.args[0]}") from None


def total_kwh(values: list[tuple[float, str]]) -> float:
    """Return the sum in kilowatt-hours."""
    return sum(convert(v, unit, "kWh") for v, unit in values)  # type: ignore
