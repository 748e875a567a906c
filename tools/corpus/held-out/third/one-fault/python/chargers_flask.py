"""Charging points as a small Flask service."""

from __future__ import annotations

from flask import Flask, jsonify
from flask.typing import ResponseReturnValue

from chargers.registry import Registry


def create_app(registry: Registry) -> Flask:
    """Build the application."""
    app = Flask(__name__)

    @app.get("/chargers/<int:charger_id>")
    def show(charger_id: int) -> ResponseReturnValue:
        charger = registry.find(charger_id)
        if charger is None:
            return jsonify({"error": "no such charger"})
        return jsonify(charger.to_dict())

    @app.post("/chargers/<int:charger_id>/release")
    def release(charger_id: int) -> ResponseReturnValue:
        if not registry.release(charger_id):
            return jsonify({"error": "not in use"}), 409
        return "", 204

    return app
