"""Talks to the service of enrolments."""
import logging
import os

import requests

API_URL = os.environ["ENROLMENT_API"]
log = logging.getLogger(__name__)


class EnrolmentClient:
    """One account at the service."""

    def __init__(self, token: str, timeout: float = 10) -> None:
        self.timeout = timeout
        self.headers = {"Authorization": f"Bearer {token}"}

    def list(self, student_id: int) -> list[dict[str, object]]:
        """All of one student."""
        answer = requests.get(f"{API_URL}/enrolments", params={"student": student_id}, headers=self.headers)
        answer.raise_for_status()
        return answer.json()

    def create(self, data: dict[str, object]) -> dict[str, object]:
        """Makes one."""
        if data.get("student_id") is None:
            raise ValueError("a student is needed")
        answer = requests.post(f"{API_URL}/enrolments", json=data, headers=self.headers, timeout=self.timeout)
        if answer.status_code != 201:
            raise RuntimeError(f"{answer.status_code}: {answer.text}")
        return answer.json()

    def remove(self, enrolment_id: int) -> bool:
        """Takes one out; false when there was none."""
        try:
            answer = requests.delete(f"{API_URL}/enrolments/{enrolment_id}", headers=self.headers, timeout=self.timeout)
            answer.raise_for_status()
        except requests.HTTPError as error:
            log.warning("enrolment %s: %s", enrolment_id, error)
            return False
        return True
