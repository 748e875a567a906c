"""A ledger in SQLite."""

import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path


class Ledger:
    """Amounts by account."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def balance(self, account: str) -> Decimal:
        """What an account holds."""
        with closing(sqlite3.connect(self._path)) as connection:
            rows = connection.execute("SELECT amount FROM entry WHERE account = ?", (account,))
            return sum((Decimal(amount) for (amount,) in rows), Decimal(0))

    def book(self, account: str, amount: Decimal) -> None:
        """Writes one amount down."""
        with closing(sqlite3.connect(self._path)) as connection, connection:
            connection.execute("INSERT INTO entry (account, amount) VALUES (?, ?)", (account, str(amount)))
