"""Tests of the cache on disk."""

import tempfile
from pathlib import Path

from fetcher.disk_cache import DiskCache


def make_cache() -> DiskCache:
    """Return a cache in a folder of its own."""
    return DiskCache(Path(tempfile.mkdtemp(prefix="cache-test-")))


def test_what_was_put_can_be_read() -> None:
    cache = make_cache()
    cache.put("logo", b"\x89PNG")

    assert cache.get("logo") == b"\x89PNG"


def test_unknown_keys_give_none() -> None:
    assert make_cache().get("nothing") is None
