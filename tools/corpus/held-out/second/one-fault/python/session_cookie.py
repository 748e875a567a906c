"""Turns session data into a cookie value and back."""

import base64
import pickle
from typing import Any


def dump_session(data: dict[str, Any]) -> str:
    """Return the text for the cookie."""
    return base64.urlsafe_b64encode(pickle.dumps(data)).decode("ascii")


def load_session(cookie: str) -> dict[str, Any]:
    """Return the data of a cookie; an empty cookie is an empty session."""
    if not cookie:
        return {}
    data = pickle.loads(base64.urlsafe_b64decode(cookie))
    if not isinstance(data, dict):
        raise TypeError("the cookie holds no session")
    return data
