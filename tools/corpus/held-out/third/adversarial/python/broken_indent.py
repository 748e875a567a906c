"""Weights of orders."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """A line of an order."""

    quantity: int
    unit_kg: float


def weight(lines: list[Line]) -> float:
    """Return the weight of all lines."""
    total = 0.0
    for line in lines:
        if line.quantity > 0:
            kilograms = line.unit_kg
          total += line.quantity * kilograms
    return total
