"""Sessions of the reading room, kept in a cookie."""

from __future__ import annotations

import base64
import binascii
import pickle

from flask import Blueprint, Response, jsonify, request

blueprint = Blueprint("session", __name__)

COOKIE = "reading_room"


def _decode(raw: str) -> dict[str, str]:
    data = base64.urlsafe_b64decode(raw.encode("ascii"))
    session: dict[str, str] = pickle.loads(data)
    return session


@blueprint.get("/session")
def show_session() -> tuple[Response, int]:
    """Answer who reads at which desk."""
    raw = request.cookies.get(COOKIE)
    if raw is None:
        return jsonify(error="no_session"), 401
    try:
        session = _decode(raw)
    except (binascii.Error, UnicodeError):
        return jsonify(error="bad_session"), 400
    return jsonify(desk=session.get("desk"), reader=session.get("reader")), 200
