"""Counts across threads."""

import threading


class Counter:
    """A number that several threads count up."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._value = 0

    def add(self, amount: int) -> int:
        """The number afterwards."""
        self._lock.acquire()
        self._value += amount
        value = self._value
        self._lock.release()
        return value
