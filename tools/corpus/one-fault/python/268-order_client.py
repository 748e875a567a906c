"""Talks to the service of orders."""
import logging
import os

import requests

API_URL = os.environ["ORDER_API"]
log = logging.getLogger(__name__)


class OrderClient:
    """One account at the service."""

    def __init__(self, token: str, timeout: float = 10) -> None:
        self.timeout = timeout
        self.headers = {"Authorization": f"Bearer {token}"}

    def list(self, customer_id) -> list[dict[str, object]]:
        """All of one customer."""
        answer = requests.get(f"{API_URL}/orders", params={"customer": customer_id}, headers=self.headers, timeout=self.timeout)
        answer.raise_for_status()
        return answer.json()

    def create(self, data: dict[str, object]) -> dict[str, object]:
        """Makes one."""
        if data.get("customer_id") is None:
            raise ValueError("a customer is needed")
        answer = requests.post(f"{API_URL}/orders", json=data, headers=self.headers, timeout=self.timeout)
        if answer.status_code != 201:
            raise RuntimeError(f"{answer.status_code}: {answer.text}")
        return answer.json()

    def remove(self, order_id: int) -> bool:
        """Takes one out; false when there was none."""
        try:
            answer = requests.delete(f"{API_URL}/orders/{order_id}", headers=self.headers, timeout=self.timeout)
            answer.raise_for_status()
        except requests.HTTPError as error:
            log.warning("order %s: %s", order_id, error)
            return False
        return True
