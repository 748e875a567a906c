"""Tells how long something takes."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager

logger = logging.getLogger(__name__)


@contextmanager
def timed(what: str, *, slow: float = 1.0) -> Iterator[None]:
    """Warns when the block within takes longer than `slow` seconds."""
    start = time.perf_counter()
    try:
        yield
    finally:
        took = time.perf_counter() - start
        logger.log(logging.WARNING if took > slow else logging.DEBUG, "%s took %.3f s", what, took)
