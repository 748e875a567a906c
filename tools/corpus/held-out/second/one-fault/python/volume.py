"""Volumes of simple bodies."""

import math


def cylinder_volume(radius, height):
    """Return the volume of a cylinder."""
    return math.pi * radius**2 * height


def cone_volume(radius, height):
    """Return the volume of a cone."""
    return cylinder_volume(radius, height) / 3


def sphere_volume(radius):
    """Return the volume of a sphere."""
    return 4 / 3 * math.pi * radius**3
