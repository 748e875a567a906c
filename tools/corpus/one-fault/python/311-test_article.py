"""Articles in memory."""
import tempfile

import pytest

from app.store import Missing, Store


@pytest.fixture
def store() -> Store:
    """A store with one row."""
    store = Store()
    store.add("a", {"editor_id": 1, "headline": "First", "slug": "A-17", "words": 3, "published_on": "2024-05-01", "featured": True})
    return store


def test_known_row_is_found(store: Store) -> None:
    """By its key."""
    row = store.get("a")
    assert row["editor_id"] == 1


def test_missing_row_raises(store: Store) -> None:
    """With the key in the message."""
    with pytest.raises(Missing, match="none"):
        store.get("none")


@pytest.mark.parametrize("key", ["a", "b"])
def test_removed_row_is_gone(store: Store, key: str) -> None:
    """Whether it was there or not."""
    store.discard(key)
    assert key not in store


def test_stored_rows_are_read_again() -> None:
    """In a folder."""
    folder = tempfile.mkdtemp()
    assert Store(folder).get("a") is None
