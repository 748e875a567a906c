"""Rectangles on a pixel grid."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rectangle:
    """A rectangle with its upper left corner and its size."""

    left: int
    top: int
    width: int
    height: int

    @property
    def area(self) -> int:
        """The number of pixels inside."""
        return self.width * self.height

    def contains(self, x: int, y: int) -> bool:
        inside_x = self.left <= x < self.left + self.width
        inside_y = self.top <= y < self.top + self.height
        return inside_x and inside_y
