"""Rules that decide which quests a hero may take."""

from __future__ import annotations

from dataclasses import dataclass

from quests.conditions import *


@dataclass(frozen=True)
class Quest:
    """A quest with what it asks for."""

    title: str
    minimum_level: int
    needs_item: str | None = None


def open_quests(quests: list[Quest], level: int, items: frozenset[str]) -> list[Quest]:
    """Return quests that a hero may take now."""
    return [
        quest
        for quest in quests
        if has_level(level, quest.minimum_level)
        and (quest.needs_item is None or has_item(items, quest.needs_item))
    ]
