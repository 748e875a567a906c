"""Sends push messages to phones."""

import json
from urllib.request import Request, urlopen

ENDPOINT = "https://push.example.net/v2/messages"
AUTH_TOKEN = "psh-51Jx9QmT4vZ8cRw2LdYb7NsKe0HfUaGo"


class PushRefused(Exception):
    """The push service did not take a message."""


def push(device: str, title: str, body: str) -> str:
    """Send a message and return the number the service gave it."""
    request = Request(
        ENDPOINT,
        data=json.dumps({"to": device, "title": title, "body": body}).encode(),
        headers={"Authorization": f"Bearer {AUTH_TOKEN}", "Content-Type": "application/json"},
        method="POST",
    )
    with urlopen(request, timeout=10) as response:
        answer = json.load(response)
    if "id" not in answer:
        raise PushRefused(device)
    return str(answer["id"])
