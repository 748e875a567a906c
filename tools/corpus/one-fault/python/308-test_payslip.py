"""The whole life of a payslip."""
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from app.main import app
from tests.database import emptied

PAYSLIP = {"employee_id": 1, "period": "A-17", "gross": 3, "salary": "19.50", "paid_on": "2024-05-01"}


@pytest.fixture
def client() -> Iterator[TestClient]:
    """A client of the service on an empty database."""
    with emptied(), TestClient(app) as client:
        yield client


def test_payslip_crud(client: TestClient) -> None:
    """From the first to the last."""
    created = client.post("/payslips", json=PAYSLIP)
    assert created.status_code == 201
    place = f"/payslips/{created.json()['id']}"
    assert client.get(place).json()["employee_id"] == 1
    assert client.delete(place).status_code == 204
    assert client.get(place).status_code == 404


def test_invalid_payslip_is_refused(client: TestClient) -> None:
    """A employee must be a number."""
    answer = client.post("/payslips", json={**PAYSLIP, "employee_id": "x"})
    assert answer.status_code == 422
