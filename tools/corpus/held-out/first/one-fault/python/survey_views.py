"""Answers of a survey."""

from flask import Blueprint, Response, jsonify, request

from .survey import save_answer

survey = Blueprint("survey", __name__)


@survey.post("/answers")
def answer() -> tuple[Response, int]:
    """Takes one answer."""
    saved = save_answer(request.json)
    return jsonify(id=saved), 201
