"""Seats of an examination hall."""

import threading


class SeatTaken(Exception):
    """The seat belongs to another candidate."""


class SeatRegistry:
    """Hands out seats; may be used from several threads."""

    def __init__(self, seats: int) -> None:
        self._seats: dict[int, str | None] = dict.fromkeys(range(1, seats + 1))
        self._lock = threading.Lock()

    def assign(self, seat: int, candidate: str) -> None:
        """Give a seat to a candidate."""
        self._lock.acquire()
        if self._seats[seat] is not None:
            raise SeatTaken(f"seat {seat} is taken")
        self._seats[seat] = candidate
        self._lock.release()

    def free(self) -> list[int]:
        """Return the numbers of the free seats."""
        with self._lock:
            return [number for number, owner in self._seats.items() if owner is None]
