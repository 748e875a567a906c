"""Ratings of players."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Rating:
    """A player's rating and how many games it rests on."""

    value: float = 1500.0
    games: int = 0

    @property
    def k_factor(self) -> float:
        """How far one game may move the rating."""
        return 40.0 if self.games < 30 else 20.0


def expected_score(own: Rating, other: Rating) -> float:
    return 1 / (1 + 10 ** ((other.value - own.value) / 400))


def updated(own: Rating, other: Rating, score: float) -> Rating:
    """Return the rating after a game; a win is 1, a draw 0.5 and a loss 0."""
    if score not in (0, 0.5, 1):
        raise ValueError(f"no such score: {score}")
    change = own.k_factor * (score - expected_score(own, other))
    return replace(own, value=own.value + change, games=own.games + 1)
