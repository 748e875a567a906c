"""Flask blueprint for coupons."""

import logging
import re
from http import HTTPStatus

from flask import Blueprint, Response, current_app, jsonify, request

from shop.coupons import CouponExists, CouponService

logger = logging.getLogger(__name__)
bp = Blueprint("coupons", __name__, url_prefix="/coupons")

_CODE = re.compile(r"[A-Z0-9]{4,16}")


def _service() -> CouponService:
    return current_app.extensions["coupons"]


def _problem(message: str, code: HTTPStatus) -> tuple[Response, HTTPStatus]:
    return jsonify(error=message), code


@bp.post("/")
def create_coupon() -> tuple[Response, HTTPStatus]:
    """Create a coupon from a JSON body with ``code`` and ``percent``."""
    body = request.get_json(silent=True)
    if not isinstance(body, dict):
        return _problem("a JSON object is expected", HTTPStatus.BAD_REQUEST)
    code, percent = body.get("code"), body.get("percent")
    if not isinstance(code, str) or not _CODE.fullmatch(code):
        return _problem("code must be 4 to 16 capital letters or digits", HTTPStatus.BAD_REQUEST)
    if type(percent) is not int or not 1 <= percent <= 90:
        return _problem("percent must be between 1 and 90", HTTPStatus.BAD_REQUEST)
    try:
        coupon = _service().create(code, percent)
    except CouponExists:
        return _problem("this code is in use", HTTPStatus.CONFLICT)
    return jsonify(coupon.as_dict()), HTTPStatus.CREATED


@bp.get("/<string:code>")
def show_coupon(code: str) -> tuple[Response, HTTPStatus]:
    """Show one coupon."""
    if not _CODE.fullmatch(code):
        return _problem("malformed code", HTTPStatus.BAD_REQUEST)
    coupon = _service().find(code)
    if coupon is None:
        return _problem("no such coupon", HTTPStatus.NOT_FOUND)
    return jsonify(coupon.as_dict()), HTTPStatus.OK


@bp.errorhandler(Exception)
def on_failure(error: Exception) -> tuple[Response, HTTPStatus]:
    """Answer unexpected failures without telling what went wrong inside."""
    logger.error("request failed", exc_info=error)
    return _problem("internal error", HTTPStatus.INTERNAL_SERVER_ERROR)
