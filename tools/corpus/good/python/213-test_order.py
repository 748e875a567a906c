"""The whole life of a order."""
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from app.main import app
from tests.database import emptied

ORDER = {"customer_id": 1, "reference": "A-17", "total": "19.50", "placed_at": "2024-05-01T10:00:00Z", "gift_wrap": True}


@pytest.fixture
def client() -> Iterator[TestClient]:
    """A client of the service on an empty database."""
    with emptied(), TestClient(app) as client:
        yield client


def test_order_crud(client: TestClient) -> None:
    """From the first to the last."""
    created = client.post("/orders", json=ORDER)
    assert created.status_code == 201
    place = f"/orders/{created.json()['id']}"
    assert client.get(place).json()["customer_id"] == 1
    changed = client.put(place, json={**ORDER, "customer_id": 2})
    assert changed.status_code == 200
    assert client.delete(place).status_code == 204
    assert client.get(place).status_code == 404


def test_invalid_order_is_refused(client: TestClient) -> None:
    """A customer must be a number."""
    answer = client.post("/orders", json={**ORDER, "customer_id": "x"})
    assert answer.status_code == 422
