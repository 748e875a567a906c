"""Parses a stream of frames."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Frame:
    """One frame of the stream."""

    kind: int
    payload: bytes


class StreamParser:
    """Cuts bytes into frames."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, data: bytes) -> None:
        """Take more bytes."""
        self._buffer.extend(data)

    def frames(self) -> Iterator[Frame]:
        """Give all frames that are complete."""
        ...

    def reset(self) -> None:
        """Forget everything."""
        ...
