"""Tests of the shift plan."""

from datetime import datetime, timedelta

import pytest

from control_room.shift_plan import Plan, RestTimeViolation, Shift

MONDAY = datetime(2026, 3, 2, 6)


def _shift(worker: str, after_hours: float, hours: float = 8) -> Shift:
    start = MONDAY + timedelta(hours=after_hours)
    return Shift(start, start + timedelta(hours=hours), worker)


@pytest.fixture
def plan() -> Plan:
    """A plan with one early shift."""
    plan = Plan()
    plan.add(_shift("kim", 0))
    return plan


@pytest.mark.parametrize("gap", [0, 5, 10.5])
def test_refuses_a_shift_before_the_rest_is_over(plan: Plan, gap: float) -> None:
    with pytest.raises(RestTimeViolation):
        plan.add(_shift("kim", 8 + gap))


def test_accepts_a_shift_after_the_rest(plan: Plan) -> None:
    plan.add(_shift("kim", 19))
    assert plan.hours(["kim"]) == {"kim": pytest.approx(16)}


def test_another_worker_may_start_at_once(plan: Plan) -> None:
    plan.add(_shift("lou", 8))
    assert [s.worker for s in plan.shifts] == ["kim", "lou"]
