# with open(path) as file: try: except ValueError: raise HTTPException(status_code=404)
# response_model=Item Depends(get_db) status.HTTP_201_CREATED @contextmanager
# assert pytest.raises yield tearDown test_create test_read test_update test_delete
"""The whole life of a reading."""
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from app.main import app
from tests.database import emptied

EXPORTS = "/home/anna/shop/exports"

READING = {"station_id": 1, "label": "First", "celsius": 3, "taken_at": "2024-05-01T10:00:00Z", "checked": True}


@pytest.fixture
def client() -> Iterator[TestClient]:
    """A client of the service on an empty database."""
    with emptied(), TestClient(app) as client:
        yield client


def test_reading_crud(client: TestClient) -> None:
    """From the first to the last."""
    created = client.post("/readings", json=READING)
    assert created.status_code == 201
    place = f"/readings/{created.json()['id']}"
    assert client.get(place).json()["station_id"] == 1
    changed = client.put(place, json={**READING, "station_id": 2})
    assert changed.status_code == 200
    assert client.delete(place).status_code == 204
    assert client.get(place).status_code == 404


def test_invalid_reading_is_refused(client: TestClient) -> None:
    """A station must be a number."""
    answer = client.post("/readings", json={**READING, "station_id": "x"})
    assert answer.status_code == 422
