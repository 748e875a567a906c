"""Loans of the school library as a Flask blueprint."""

from __future__ import annotations

import logging

from flask import Blueprint, Response, jsonify, request
from marshmallow import Schema, ValidationError, fields, validate

from library.loans import BookAlreadyLent, LoanService

logger = logging.getLogger(__name__)


class LoanSchema(Schema):
    """Body of a new loan."""

    pupil_id = fields.Integer(required=True, validate=validate.Range(min=1))
    isbn = fields.String(required=True, validate=validate.Regexp(r"^97[89]\d{10}$"))


def make_blueprint(service: LoanService) -> Blueprint:
    """Build the blueprint over a service."""
    blueprint = Blueprint("loans", __name__, url_prefix="/loans")

    @blueprint.post("/")
    def lend() -> tuple[Response, int]:
        try:
            body = LoanSchema().load(request.get_json(silent=True) or {})
        except ValidationError as error:
            return jsonify(error="invalid_loan", fields=error.messages), 400
        try:
            loan = service.lend(body["pupil_id"], body["isbn"])
        except BookAlreadyLent:
            return jsonify(error="already_lent"), 409
        return jsonify(loan.to_dict()), 201

    @blueprint.get("/<int:loan_id>")
    def show(loan_id: int) -> tuple[Response, int]:
        loan = service.find(loan_id)
        if loan is None:
            return jsonify(error="not_found"), 404
        return jsonify(loan.to_dict()), 200

    @blueprint.errorhandler(Exception)
    def internal_error(error: Exception) -> tuple[Response, int]:
        logger.exception("loan request failed", exc_info=error)
        return jsonify(error="internal_error"), 500

    return blueprint
