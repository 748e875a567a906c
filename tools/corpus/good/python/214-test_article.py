"""The whole life of a article."""
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from app.main import app
from tests.database import emptied

ARTICLE = {"editor_id": 1, "headline": "First", "slug": "A-17", "words": 3, "published_on": "2024-05-01", "featured": True}


@pytest.fixture
def client() -> Iterator[TestClient]:
    """A client of the service on an empty database."""
    with emptied(), TestClient(app) as client:
        yield client


def test_article_crud(client: TestClient) -> None:
    """From the first to the last."""
    created = client.post("/articles", json=ARTICLE)
    assert created.status_code == 201
    place = f"/articles/{created.json()['id']}"
    assert client.get(place).json()["editor_id"] == 1
    changed = client.put(place, json={**ARTICLE, "editor_id": 2})
    assert changed.status_code == 200
    assert client.delete(place).status_code == 204
    assert client.get(place).status_code == 404


def test_invalid_article_is_refused(client: TestClient) -> None:
    """A editor must be a number."""
    answer = client.post("/articles", json={**ARTICLE, "editor_id": "x"})
    assert answer.status_code == 422
