"""The whole life of a match."""
from collections.abc import Iterator

from fastapi.testclient import TestClient

from app.main import app
from tests.database import emptied

MATCH = {"league_id": 1, "title": "First", "round": 3, "played_on": "2024-05-01", "attendance": 3}


@pytest.fixture
def client() -> Iterator[TestClient]:
    """A client of the service on an empty database."""
    with emptied(), TestClient(app) as client:
        yield client


def test_match_crud(client: TestClient) -> None:
    """From the first to the last."""
    created = client.post("/matches", json=MATCH)
    assert created.status_code == 201
    place = f"/matches/{created.json()['id']}"
    assert client.get(place).json()["league_id"] == 1
    changed = client.put(place, json={**MATCH, "league_id": 2})
    assert changed.status_code == 200
    assert client.delete(place).status_code == 204
    assert client.get(place).status_code == 404


def test_invalid_match_is_refused(client: TestClient) -> None:
    """A league must be a number."""
    answer = client.post("/matches", json={**MATCH, "league_id": "x"})
    assert answer.status_code == 422
