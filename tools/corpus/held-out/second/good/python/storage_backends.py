"""Places where attachments may be stored."""

from __future__ import annotations

from abc import ABC, abstractmethod
from pathlib import Path
from typing import Protocol, overload


class Clock(Protocol):
    """Anything that knows the time."""

    def now(self) -> float: ...


class Backend(ABC):
    """A place for bytes under a name."""

    @abstractmethod
    def read(self, name: str) -> bytes:
        """Return the bytes; raises KeyError for an unknown name."""
        raise NotImplementedError

    @abstractmethod
    def write(self, name: str, data: bytes) -> None:
        """Store the bytes."""


class FolderBackend(Backend):
    """Stores every attachment as a file of one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()

    def read(self, name: str) -> bytes:
        """Return the bytes of a file."""
        try:
            return self._path(name).read_bytes()
        except FileNotFoundError:
            raise KeyError(name) from None

    def write(self, name: str, data: bytes) -> None:
        """Store the bytes as a file."""
        self._path(name).write_bytes(data)

    def _path(self, name: str) -> Path:
        path = (self._folder / name).resolve()
        if path.parent != self._folder:
            raise ValueError(f"not a plain name: {name!r}")
        return path


@overload
def size_text(size: int) -> str: ...
@overload
def size_text(size: None) -> None: ...
def size_text(size: int | None) -> str | None:
    """Return a size for people, such as ``12 KiB``."""
    if size is None:
        return None
    return f"{size} B" if size < 1024 else f"{size // 1024} KiB"
