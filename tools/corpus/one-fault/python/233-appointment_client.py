"""Talks to the service of appointments."""
import logging
import os

import requests

API_URL = os.environ["APPOINTMENT_API"]
log = logging.getLogger(__name__)


class AppointmentClient:
    """One account at the service."""

    def __init__(self, token: str, timeout: float = 10) -> None:
        self.timeout = timeout
        self.headers = {"Authorization": f"Bearer {token}"}

    def list(self, patient_id: int) -> list[dict[str, object]]:
        """All of one patient."""
        answer = requests.get(f"{API_URL}/appointments", params={"patient": patient_id}, headers=self.headers)
        answer.raise_for_status()
        return answer.json()

    def create(self, data: dict[str, object]) -> dict[str, object]:
        """Makes one."""
        if data.get("patient_id") is None:
            raise ValueError("a patient is needed")
        answer = requests.post(f"{API_URL}/appointments", json=data, headers=self.headers, timeout=self.timeout)
        if answer.status_code != 201:
            raise RuntimeError(f"{answer.status_code}: {answer.text}")
        return answer.json()

    def remove(self, appointment_id: int) -> bool:
        """Takes one out; false when there was none."""
        try:
            answer = requests.delete(f"{API_URL}/appointments/{appointment_id}", headers=self.headers, timeout=self.timeout)
            answer.raise_for_status()
        except requests.HTTPError as error:
            log.warning("appointment %s: %s", appointment_id, error)
            return False
        return True
