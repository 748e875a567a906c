"""Short links, on Flask."""

from http import HTTPStatus

from flask import Blueprint, Response, abort, jsonify, redirect, request
from marshmallow import Schema, ValidationError, fields

from .links import add_link, find_link

links = Blueprint("links", __name__)


class LinkSchema(Schema):
    """What a client may send."""

    url = fields.Url(required=True)


@links.get("/<slug>")
def follow(slug: str) -> Response:
    """Leads to the page behind a short link."""
    link = find_link(slug)
    if link is None:
        abort(HTTPStatus.NOT_FOUND)
    return redirect(link.url, HTTPStatus.FOUND)


@links.post("/")
def create() -> tuple[Response, int]:
    """Makes a short link."""
    try:
        body = LinkSchema().load(request.get_json())
    except ValidationError as error:
        return jsonify(errors=error.messages), HTTPStatus.UNPROCESSABLE_ENTITY
    return jsonify(slug=add_link(body["url"]).slug), HTTPStatus.CREATED
