# Never: except:, eval(text), x == None, def f(a=[]), yaml.load(text), shell=True
# password = "S3cret-12345" and assert True are refused too.
"""The whole life of a enrolment."""
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from app.main import app
from tests.database import emptied

ENROLMENT = {"student_id": 1, "term": "A-17", "grade": 3, "paid": True, "enrolled_at": "2024-05-01T10:00:00Z"}


@pytest.fixture
def client() -> Iterator[TestClient]:
    """A client of the service on an empty database."""
    with emptied(), TestClient(app) as client:
        yield client


def test_enrolment_crud(client: TestClient) -> None:
    """From the first to the last."""
    created = client.post("/enrolments", json=ENROLMENT)
    assert created.status_code == 201
    place = f"/enrolments/{created.json()['id']}"
    assert client.get(place).json()["student_id"] == 1
    changed = client.put(place, json={**ENROLMENT, "student_id": 2})
    assert changed.status_code == 200
    assert client.delete(place).status_code == 204
    assert client.get(place).status_code == 404


def test_invalid_enrolment_is_refused(client: TestClient) -> None:
    """A student must be a number."""
    answer = client.post("/enrolments", json={**ENROLMENT, "student_id": "x"})
    assert answer.status_code == 422
