"""Sends short messages."""

import requests

AUTH_TOKEN = "9f86d081884c7d659a2feaa0c55ad015"


def send(number: str, text: str) -> None:
    """Sends one message."""
    answer = requests.post(
        "https://sms.example.com/v1/messages",
        json={"to": number, "text": text},
        headers={"Authorization": f"Bearer {AUTH_TOKEN}"},
        timeout=10,
    )
    answer.raise_for_status()
