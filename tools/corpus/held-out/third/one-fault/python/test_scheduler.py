"""Tests of the scheduler of meter readings."""

import threading
import time
from collections.abc import Iterator

import pytest

from metering.scheduler import Scheduler


@pytest.fixture
def scheduler() -> Iterator[Scheduler]:
    """A running scheduler."""
    running = Scheduler(tick_seconds=0.01)
    running.start()
    yield running
    running.stop()


def test_runs_a_job_that_is_due(scheduler: Scheduler) -> None:
    ran = threading.Event()
    scheduler.at(time.time(), ran.set)
    time.sleep(2)
    assert ran.is_set()


def test_does_not_run_a_cancelled_job(scheduler: Scheduler) -> None:
    ran = threading.Event()
    job = scheduler.at(time.time() + 3600, ran.set)
    job.cancel()
    assert not ran.is_set()
    assert scheduler.pending() == 0
