"""Reads sensors."""

from dataclasses import dataclass


@dataclass
class Reading:
    """One value of a sensor."""

    sensor: str
    value: float

    def scaled(self, factor: float) -> "Reading":
        """The same in another unit."""
        return Reading(self.sensor, self.value *
