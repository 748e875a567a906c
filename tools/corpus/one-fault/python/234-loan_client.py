"""Talks to the service of loans."""
import logging
import os

import requests

API_URL = os.environ["LOAN_API"]
log = logging.getLogger(__name__)


class LoanClient:
    """One account at the service."""

    def __init__(self, token: str, timeout: float = 10) -> None:
        self.timeout = timeout
        self.headers = {"Authorization": f"Bearer {token}"}

    def list(self, member_id: int) -> list[dict[str, object]]:
        """All of one member."""
        answer = requests.get(f"{API_URL}/loans", params={"member": member_id}, headers=self.headers)
        answer.raise_for_status()
        return answer.json()

    def create(self, data: dict[str, object]) -> dict[str, object]:
        """Makes one."""
        if data.get("member_id") is None:
            raise ValueError("a member is needed")
        answer = requests.post(f"{API_URL}/loans", json=data, headers=self.headers, timeout=self.timeout)
        if answer.status_code != 201:
            raise RuntimeError(f"{answer.status_code}: {answer.text}")
        return answer.json()

    def remove(self, loan_id: int) -> bool:
        """Takes one out; false when there was none."""
        try:
            answer = requests.delete(f"{API_URL}/loans/{loan_id}", headers=self.headers, timeout=self.timeout)
            answer.raise_for_status()
        except requests.HTTPError as error:
            log.warning("loan %s: %s", loan_id, error)
            return False
        return True
