"""A ledger that keeps every posting and derives balances from them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timezone


class UnbalancedEntryError(ValueError):
    """The postings of an entry do not add up to zero."""


@dataclass(frozen=True)
class Posting:
    """An amount in cents that is booked on an account."""

    account: str
    cents: int


@dataclass(frozen=True)
class Entry:
    """Postings that belong together and add up to zero."""

    memo: str
    postings: tuple[Posting, ...]
    booked_at: datetime = field(default_factory=lambda: datetime.now(timezone.utc))

    def __post_init__(self) -> None:
        difference = sum(posting.cents for posting in self.postings)
        if difference != 0:
            raise UnbalancedEntryError(f"{self.memo!r} is off by {difference} cents")


class Ledger:
    """Entries in the order in which they were booked."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries: list[Entry] = list(entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries)

    def book(self, memo: str, *postings: Posting) -> Entry:
        """Add an entry and return it."""
        entry = Entry(memo=memo, postings=postings)
        self._entries.append(entry)
        return entry

    def balances(self) -> dict[str, int]:
        """Return the balance of every account in cents."""
        totals: defaultdict[str, int] = defaultdict(int)
        for entry in self._entries:
            for posting in entry.postings:
                totals[posting.account] += posting.cents
        return dict(totals)
