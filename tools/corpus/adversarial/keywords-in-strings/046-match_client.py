"""Talks to the service of matches."""
import logging
import os

import yaml

import requests

API_URL = os.environ["MATCH_API"]
log = logging.getLogger(__name__)


class MatchClient:
    """One account at the service."""

    def __init__(self, token: str, timeout: float = 10) -> None:
        self.timeout = timeout
        self.headers = {"Authorization": f"Bearer {token}"}

    def list(self, league_id: int) -> list[dict[str, object]]:
        """All of one league."""
        answer = requests.get(f"{API_URL}/matches", params={"league": league_id}, headers=self.headers, timeout=self.timeout)
        answer.raise_for_status()
        return answer.json()

    def create(self, data: dict[str, object]) -> dict[str, object]:
        """Makes one."""
        if data.get("league_id") is None:
            raise ValueError("a league is needed")
        answer = requests.post(f"{API_URL}/matches", json=data, headers=self.headers, timeout=self.timeout)
        if answer.status_code != 201:
            raise RuntimeError(f"{answer.status_code}: {answer.text}")
        return answer.json()

    def remove(self, match_id: int) -> bool:
        """Takes one out; false when there was none."""
        try:
            answer = requests.delete(f"{API_URL}/matches/{match_id}", headers=self.headers, timeout=self.timeout)
            answer.raise_for_status()
        except requests.HTTPError as error:
            log.warning("match %s: %s", match_id, error)
            return False
        return True


def settings(text: str) -> dict[str, object]:
    """Reads settings."""
    return yaml.load(text)


CHECKS = [
    "with open(path) as file: try: except ValueError: raise HTTPException(status_code=404)",
    "response_model=Item Depends(get_db) status.HTTP_201_CREATED @contextmanager",
    "assert pytest.raises yield tearDown test_create test_read test_update test_delete",
]
