"""Tests of the HTTP interface for berths."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient

from port.berths import get_repository
from port.main import app
from tests.fakes import FakeBerthRepository


@pytest.fixture
def client() -> Iterator[TestClient]:
    """A client over an application with a fake repository."""
    app.dependency_overrides[get_repository] = FakeBerthRepository
    with TestClient(app) as test_client:
        yield test_client
    app.dependency_overrides.clear()


def test_create_answers_201(client: TestClient) -> None:
    response = client.post("/berths", json={"code": "B07", "length_m": 220})
    assert response.status_code == 201
    assert response.json()["code"] == "B07"


@pytest.mark.parametrize("length", [0, -4, 451])
def test_create_refuses_a_wrong_length(client: TestClient, length: float) -> None:
    response = client.post("/berths", json={"code": "B07", "length_m": length})
    assert response.status_code == 422


def test_unknown_berth_is_404(client: TestClient) -> None:
    assert client.get(f"/berths/{uuid4()}").status_code == 404
