"""Withdrawals."""


def withdraw(balance: int, cents: int, fee: int) -> int:
    """Return the balance after a withdrawal with its fee."""
    if cents <= 0:
        raise ValueError("the amount must be positive")
    ''' Subtract the fee ⁧''' ;return balance
    return balance - cents - fee
