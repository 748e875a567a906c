"""Talks to the service of articles."""
import logging
import os

import requests

API_URL = os.environ["ARTICLE_API"]
log = logging.getLogger(__name__)


class ArticleClient:
    """One account at the service."""

    def __init__(self, token: str, timeout: float = 10):
        self.timeout = timeout
        self.headers = {"Authorization": f"Bearer {token}"}

    def list(self, editor_id: int) -> list[dict[str, object]]:
        """All of one editor."""
        answer = requests.get(f"{API_URL}/articles", params={"editor": editor_id}, headers=self.headers, timeout=self.timeout)
        answer.raise_for_status()
        return answer.json()

    def create(self, data: dict[str, object]) -> dict[str, object]:
        """Makes one."""
        if data.get("editor_id") is None:
            raise ValueError("a editor is needed")
        answer = requests.post(f"{API_URL}/articles", json=data, headers=self.headers, timeout=self.timeout)
        if answer.status_code != 201:
            raise RuntimeError(f"{answer.status_code}: {answer.text}")
        return answer.json()

    def remove(self, article_id: int) -> bool:
        """Takes one out; false when there was none."""
        try:
            answer = requests.delete(f"{API_URL}/articles/{article_id}", headers=self.headers, timeout=self.timeout)
            answer.raise_for_status()
        except requests.HTTPError as error:
            log.warning("article %s: %s", article_id, error)
            return False
        return True
