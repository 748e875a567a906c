"""Formulas for the climate of the stacks."""

import math

_A = 17.62
_B = 243.12


def dew_point(temperature_c, humidity):
    """Return the dew point by the Magnus formula."""
    if not 0 < humidity <= 100:
        raise ValueError("humidity must be above 0 and at most 100")
    gamma = math.log(humidity / 100) + _A * temperature_c / (_B + temperature_c)
    return _B * gamma / (_A - gamma)


def fahrenheit(celsius: float) -> float:
    """Convert degrees."""
    return celsius * 9 / 5 + 32


def in_limits(temperature_c: float, humidity: float) -> bool:
    """Tell whether paper is safe in this climate."""
    return 14 <= temperature_c <= 18 and 35 <= humidity <= 50
