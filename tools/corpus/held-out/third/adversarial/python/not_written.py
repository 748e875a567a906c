"""Schedules of a laboratory's robots."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """A step of a protocol."""

    robot: str
    minutes: int


def schedule(steps: list[Step]) -> dict[str, list[Step]]:
    """Give every robot its steps so that no two of them overlap."""
    raise NotImplementedError("todo")


def makespan(plan: dict[str, list[Step]]) -> int:
    """Return the minutes until the last robot is done."""
    raise NotImplementedError
