"""Moves money between accounts."""

from dataclasses import dataclass


class InsufficientFunds(Exception):
    """There is not enough on the account."""


@dataclass
class Account:
    """An account with its balance in cents."""

    number: str
    balance: int = 0


def transfer(source: Account, target: Account, cents: int) -> None:
    """Move an amount from one account to another."""
    assert cents > 0, "the amount must be positive"
    if source.balance < cents:
        raise InsufficientFunds(source.number)
    source.balance -= cents
    target.balance += cents
