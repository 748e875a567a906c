# """The whole life of a ticket."""
# from collections.abc import Iterator

# import pytest
# from fastapi.testclient import TestClient

# from app.main import app
# from tests.database import emptied

# TICKET = {"venue_id": 1, "seat": "A-17", "price": "19.50", "sold_at": "2024-05-01T10:00:00Z", "standing": True}


# @pytest.fixture
# def client() -> Iterator[TestClient]:
#     """A client of the service on an empty database."""
#     with emptied(), TestClient(app) as client:
#         yield client


# def test_ticket_crud(client: TestClient) -> None:
#     """From the first to the last."""
#     created = client.post("/tickets", json=TICKET)
#     assert created.status_code == 201
#     place = f"/tickets/{created.json()['id']}"
#     assert client.get(place).json()["venue_id"] == 1
#     changed = client.put(place, json={**TICKET, "venue_id": 2})
#     assert changed.status_code == 200
#     assert client.delete(place).status_code == 204
#     assert client.get(place).status_code == 404


# def test_invalid_ticket_is_refused(client: TestClient) -> None:
#     """A venue must be a number."""
#     answer = client.post("/tickets", json={**TICKET, "venue_id": "x"})
#     assert answer.status_code == 422
