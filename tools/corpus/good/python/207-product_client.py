"""Talks to the service of products."""
import logging
import os

import requests

API_URL = os.environ["PRODUCT_API"]
log = logging.getLogger(__name__)


class ProductClient:
    """One account at the service."""

    def __init__(self, token: str, timeout: float = 10) -> None:
        self.timeout = timeout
        self.headers = {"Authorization": f"Bearer {token}"}

    def list(self, supplier_id: int) -> list[dict[str, object]]:
        """All of one supplier."""
        answer = requests.get(f"{API_URL}/products", params={"supplier": supplier_id}, headers=self.headers, timeout=self.timeout)
        answer.raise_for_status()
        return answer.json()

    def create(self, data: dict[str, object]) -> dict[str, object]:
        """Makes one."""
        if data.get("supplier_id") is None:
            raise ValueError("a supplier is needed")
        answer = requests.post(f"{API_URL}/products", json=data, headers=self.headers, timeout=self.timeout)
        if answer.status_code != 201:
            raise RuntimeError(f"{answer.status_code}: {answer.text}")
        return answer.json()

    def remove(self, product_id: int) -> bool:
        """Takes one out; false when there was none."""
        try:
            answer = requests.delete(f"{API_URL}/products/{product_id}", headers=self.headers, timeout=self.timeout)
            answer.raise_for_status()
        except requests.HTTPError as error:
            log.warning("product %s: %s", product_id, error)
            return False
        return True
