"""Talks to the service of comments."""
import logging
import os

import requests

EXPORTS = "/home/anna/shop/exports"

API_URL = os.environ["COMMENT_API"]
log = logging.getLogger(__name__)


class CommentClient:
    """One account at the service."""

    def __init__(self, token: str, timeout: float = 10) -> None:
        self.timeout = timeout
        self.headers = {"Authorization": f"Bearer {token}"}

    def list(self, author_id: int) -> list[dict[str, object]]:
        """All of one author."""
        answer = requests.get(f"{API_URL}/comments", params={"author": author_id}, headers=self.headers, timeout=self.timeout)
        answer.raise_for_status()
        return answer.json()

    def create(self, data: dict[str, object]) -> dict[str, object]:
        """Makes one."""
        if data.get("author_id") is None:
            raise ValueError("a author is needed")
        answer = requests.post(f"{API_URL}/comments", json=data, headers=self.headers, timeout=self.timeout)
        if answer.status_code != 201:
            raise RuntimeError(f"{answer.status_code}: {answer.text}")
        return answer.json()

    def remove(self, comment_id: int) -> bool:
        """Takes one out; false when there was none."""
        try:
            answer = requests.delete(f"{API_URL}/comments/{comment_id}", headers=self.headers, timeout=self.timeout)
            answer.raise_for_status()
        except requests.HTTPError as error:
            log.warning("comment %s: %s", comment_id, error)
            return False
        return True
