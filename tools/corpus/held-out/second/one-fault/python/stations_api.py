"""Read-only API of weather stations."""

import traceback
from http import HTTPStatus

from flask import Flask, Response, jsonify

from weather.stations import StationRegistry


def create_app(registry: StationRegistry) -> Flask:
    """Build the application."""
    app = Flask(__name__)

    @app.get("/stations/<int:number>")
    def show(number: int) -> tuple[Response, int]:
        station = registry.find(number)
        if station is None:
            return jsonify(error="no such station"), HTTPStatus.NOT_FOUND
        return jsonify(station.as_dict()), HTTPStatus.OK

    @app.errorhandler(500)
    def failed(_error: Exception) -> tuple[Response, int]:
        return jsonify(error="internal error", detail=traceback.format_exc()), 500

    return app
