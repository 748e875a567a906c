"""Tests of the background worker."""

import time
from collections.abc import Iterator

import pytest

from jobs.worker import Worker


@pytest.fixture
def worker() -> Iterator[Worker]:
    """A worker that is stopped at the end."""
    instance = Worker(threads=1)
    instance.start()
    yield instance
    instance.stop()


def test_a_job_is_done(worker: Worker) -> None:
    done: list[str] = []
    worker.submit(lambda: done.append("mail"))
    time.sleep(2)

    assert done == ["mail"]


def test_jobs_after_stop_are_refused(worker: Worker) -> None:
    worker.stop()

    with pytest.raises(RuntimeError):
        worker.submit(lambda: None)
