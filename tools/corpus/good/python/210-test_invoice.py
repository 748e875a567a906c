"""The whole life of a invoice."""
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from app.main import app
from tests.database import emptied

INVOICE = {"account_id": 1, "number": "A-17", "amount": "19.50", "issued_on": "2024-05-01", "sent_at": "2024-05-01T10:00:00Z"}


@pytest.fixture
def client() -> Iterator[TestClient]:
    """A client of the service on an empty database."""
    with emptied(), TestClient(app) as client:
        yield client


def test_invoice_crud(client: TestClient) -> None:
    """From the first to the last."""
    created = client.post("/invoices", json=INVOICE)
    assert created.status_code == 201
    place = f"/invoices/{created.json()['id']}"
    assert client.get(place).json()["account_id"] == 1
    changed = client.put(place, json={**INVOICE, "account_id": 2})
    assert changed.status_code == 200
    assert client.delete(place).status_code == 204
    assert client.get(place).status_code == 404


def test_invalid_invoice_is_refused(client: TestClient) -> None:
    """A account must be a number."""
    answer = client.post("/invoices", json={**INVOICE, "account_id": "x"})
    assert answer.status_code == 422
