"""Tests of the ledger."""

import pytest

from accounting.postings import Ledger, Posting, UnbalancedEntryError


@pytest.fixture
def ledger() -> Ledger:
    """A ledger with one sale in it."""
    result = Ledger()
    result.book("sale", Posting("cash", 1200), Posting("revenue", -1200))
    return result


def test_balances_are_derived_from_postings(ledger: Ledger) -> None:
    assert ledger.balances() == {"cash": 1200, "revenue": -1200}


def test_entries_keep_their_order(ledger: Ledger) -> None:
    ledger.book("refund", Posting("cash", -200), Posting("revenue", 200))

    assert [entry.memo for entry in ledger] == ["sale", "refund"]


@pytest.mark.parametrize(
    "cents",
    [
        pytest.param((100, -99), id="one cent short"),
        pytest.param((100,), id="only one side"),
    ],
)
def test_unbalanced_entries_are_refused(ledger: Ledger, cents: tuple[int, ...]) -> None:
    postings = [Posting("cash", amount) for amount in cents]

    with pytest.raises(UnbalancedEntryError, match="is off by"):
        ledger.book("typo", *postings)

    assert len(list(ledger)) == 1
