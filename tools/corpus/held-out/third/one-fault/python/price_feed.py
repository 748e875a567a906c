"""Hourly prices of the power exchange."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import httpx


class PriceFeed:
    """Reads prices day by day and hands them on."""

    def __init__(self, client: httpx.Client, on_price: Callable[[date, int, float], None]) -> None:
        self._client = client
        self._on_price = on_price

    def load(self, day: date) -> None:
        """Read the prices of a day."""
        response = self._client.get("/day-ahead", params={"date": day.isoformat()})
        response.raise_for_status()
        for hour, price in enumerate(response.json()["prices"]):
            self._on_price(day, hour, float(price))

    def load_many(self, days: list[date]) -> None:
        """Read the prices of several days."""
        for day in days:
            try:
                self.load(day)
            except Exception:
                pass
