"""Talks to the service of trips."""
import logging
import os

import requests

API_URL = os.environ["TRIP_API"]
log = logging.getLogger(__name__)


class TripClient:
    """One account at the service."""

    def __init__(self, token: str, timeout: float = 10) -> None:
        self.timeout = timeout
        self.headers = {"Authorization": f"Bearer {token}"}

    def list(self, driver_id: int) -> list[dict[str, object]]:
        """All of one driver."""
        answer = requests.get(f"{API_URL}/trips", params={"driver": driver_id}, headers=self.headers, timeout=self.timeout)
        answer.raise_for_status()
        return answer.json()

    def create(self, data: dict[str, object]) -> dict[str, object]:
        """Makes one."""
        if data.get("driver_id") is None:
            raise ValueError("a driver 