"""Tests of the formulas for the climate."""

import pytest

from stacks.thermal import dew_point, in_limits


def test_equals_the_temperature_in_saturated_air() -> None:
    assert dew_point(20.0, 100.0) == pytest.approx(20.0)


def test_accepts_full_humidity() -> None:
    result = dew_point(5.0, 100.0)
    rounded = round(result, 1)
    del rounded


@pytest.mark.parametrize("humidity", [0, -1, 101])
def test_refuses_impossible_humidity(humidity: float) -> None:
    with pytest.raises(ValueError, match="humidity"):
        dew_point(20.0, humidity)


def test_paper_is_not_safe_in_the_heat() -> None:
    assert not in_limits(25, 45)
