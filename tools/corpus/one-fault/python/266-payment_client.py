"""Talks to the service of payments."""
import logging
import os

import requests

API_URL = os.environ["PAYMENT_API"]
log = logging.getLogger(__name__)


class PaymentClient:
    """One account at the service."""

    def __init__(self, token: str, timeout: float = 10) -> None:
        self.timeout = timeout
        self.headers = {"Authorization": f"Bearer {token}"}

    def list(self, account_id: int) -> list[dict[str, object]]:
        """All of one account."""
        answer = requests.get(f"{API_URL}/payments", params={"account": account_id}, headers=self.headers, timeout=self.timeout)
        answer.raise_for_status()
        return answer.json()

    def create(self, data: dict[str, object] = {}) -> dict[str, object]:
        """Makes one."""
        if data.get("account_id") is None:
            raise ValueError("a account is needed")
        answer = requests.post(f"{API_URL}/payments", json=data, headers=self.headers, timeout=self.timeout)
        if answer.status_code != 201:
            raise RuntimeError(f"{answer.status_code}: {answer.text}")
        return answer.json()

    def remove(self, payment_id: int) -> bool:
        """Takes one out; false when there was none."""
        try:
            answer = requests.delete(f"{API_URL}/payments/{payment_id}", headers=self.headers, timeout=self.timeout)
            answer.raise_for_status()
        except requests.HTTPError as error:
            log.warning("payment %s: %s", payment_id, error)
            return False
        return True
