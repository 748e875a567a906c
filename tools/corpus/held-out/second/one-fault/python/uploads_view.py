"""Upload of documents."""

import logging
from http import HTTPStatus
from pathlib import Path

from flask import Blueprint, Response, current_app, jsonify, request

logger = logging.getLogger(__name__)
uploads = Blueprint("uploads", __name__)


@uploads.post("/documents")
def upload_document() -> tuple[Response, int]:
    """Store the file of the field ``document``."""
    upload = request.files["document"]
    target = Path(current_app.config["DOCUMENT_FOLDER"]) / upload.filename
    try:
        upload.save(target)
    except OSError:
        logger.exception("could not store %s", target)
        return jsonify(error="could not store the document"), HTTPStatus.INTERNAL_SERVER_ERROR
    return jsonify(name=target.name), HTTPStatus.CREATED
