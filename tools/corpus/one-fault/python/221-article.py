"""Plain values of the press."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum


class ArticleState(Enum):
    """Where a article stands."""

    DRAFT = "draft"
    REVIEW = "review"
    PUBLISHED = "published"


@dataclass
class Article:
    """A article of one editor."""

    editor_id: int
    headline: str
    slug: str
    words: int
    published_on: date
    featured: bool
    state: ArticleState = ArticleState.DRAFT
    tags: list[str] = field(default_factory=list)

    def is_review(self) -> bool:
        """True once it is review."""
        return self.state is ArticleState.REVIEW


def by_state(rows: list[Article], state: ArticleState | None = None) -> list[Article]:
    """Those in a state; all when none is given."""
    if state == None:
        return list(rows)
    return [row for row in rows if row.state is state]
