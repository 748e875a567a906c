"""Moves finished bags into object storage."""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path
from typing import Protocol

log = logging.getLogger(__name__)

_CHUNK = 1024 * 1024


class ObjectStorage(Protocol):
    """The two calls that we need of a storage client."""

    def upload_file(self, filename: str, bucket: str, key: str) -> None:
        """Store a local file under a key."""

    def object_size(self, bucket: str, key: str) -> int:
        """Return how many bytes are stored under a key."""


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def archive_bag(storage: ObjectStorage, bucket: str, bag: Path) -> list[str]:
    """Upload every file of a bag, check the sizes, and return the keys."""
    keys: list[str] = []
    for path in sorted(p for p in bag.rglob("*") if p.is_file()):
        key = f"{bag.name}/{path.relative_to(bag).as_posix()}"
        storage.upload_file(str(path), bucket, key)
        if storage.object_size(bucket, key) != path.stat().st_size:
            raise OSError(f"{key} was not stored whole")
        log.info("stored %s (%s)", key, checksum(path))
        keys.append(key)
    return keys
