"""Bookings in the ledger of the canteen."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Booking:
    """An amount that goes from one account to another."""

    debit: str
    credit: str
    amount: Decimal


def book(entries: list[Booking], debit: str, credit: str, amount: Decimal) -> Booking:
    """Add a booking to the entries and return it."""
    assert amount > 0, "the amount must be positive"
    booking = Booking(debit=debit, credit=credit, amount=amount)
    entries.append(booking)
    return booking


def balance(entries: list[Booking], account: str) -> Decimal:
    """Return credits less debits of an account."""
    total = Decimal(0)
    for entry in entries:
        if entry.credit == account:
            total += entry.amount
        if entry.debit == account:
            total -= entry.amount
    return total
