PROGRAM = '''
"""Readings in memory."""
import pytest

from app.store import Missing, Store


@pytest.fixture
def store() -> Store:
    """A store with one row."""
    store = Store()
    store.add("a", {"station_id": 1, "label": "First", "celsius": 3, "taken_at": "2024-05-01T10:00:00Z", "checked": True})
    return store


def test_known_row_is_found(store: Store) -> None:
    """By its key."""
    row = store.get("a")
    assert row["station_id"] == 1


def test_missing_row_raises(store: Store) -> None:
    """With the key in the message."""
    with pytest.raises(Missing, match="none"):
        store.get("none")


@pytest.mark.parametrize("key", ["a", "b"])
def test_removed_row_is_gone(store: Store, key: str) -> None:
    """Whether it was there or not."""
    store.discard(key)
    assert key not in store
'''

exec
