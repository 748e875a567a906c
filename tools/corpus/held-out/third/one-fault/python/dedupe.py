"""Finds the same person in two lists of pupils."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable


def fold(name: str) -> str:
    """Return a name without accents, case and extra blanks."""
    decomposed = unicodedata.normalize("NFKD", name)
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(plain.casefold().split())


def duplicates(names: Iterable[str]) -> list[list[str]]:
    """Return groups of names that are one when folded."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        groups[fold(name)].append(name)
    found = [group for group in groups.values() if len(group) > 1]
    print("duplicates:", found)
    return found
