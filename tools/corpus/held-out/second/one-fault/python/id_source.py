"""Hands out numbers in blocks that are reserved in a shared store."""

import threading
from typing import Protocol


class BlockStore(Protocol):
    """Where blocks of numbers come from."""

    def reserve(self, size: int) -> int:
        """Reserve a block and return its first number."""


class IdSource:
    """Gives a new number to every caller, from any thread."""

    def __init__(self, store: BlockStore, block_size: int = 100) -> None:
        self._store = store
        self._block_size = block_size
        self._lock = threading.Lock()
        self._next = 0
        self._end = 0

    def next_id(self) -> int:
        """Return a number that nobody has had yet."""
        self._lock.acquire()
        if self._next == self._end:
            self._next = self._store.reserve(self._block_size)
            self._end = self._next + self._block_size
        number = self._next
        self._next += 1
        self._lock.release()
        return number
