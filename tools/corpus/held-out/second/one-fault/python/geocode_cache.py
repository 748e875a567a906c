"""Remembers where addresses are."""

from collections.abc import Callable
from typing import NamedTuple


class Place(NamedTuple):
    """Degrees north and east."""

    latitude: float
    longitude: float


class GeocodeCache:
    """Asks a geocoder once for every address."""

    def __init__(self, geocode: Callable[[str], Place | None]) -> None:
        self._geocode = geocode
        self._known: dict[str, Place | None] = {}

    def locate(self, address: str) -> Place | None:
        """Return the place of an address, or None if nobody knows it."""
        key = " ".join(address.lower().split())
        if key not in self._known:
            self._known[key] = self._geocode(address)
            print("geocoded", key, self._known[key])
        return self._known[key]
