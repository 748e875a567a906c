"""Rate limiting with a token bucket."""

import threading
import time
from collections.abc import Callable


class TokenBucket:
    """Lets ``rate`` calls through per second, with bursts up to ``capacity``.

    Safe to use from several threads.
    """

    def __init__(
        self,
        rate: float,
        capacity: int,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        if rate <= 0 or capacity < 1:
            raise ValueError("rate and capacity must be positive")
        self._rate = rate
        self._capacity = capacity
        self._clock = clock
        self._tokens = float(capacity)
        self._updated_at = clock()
        self._lock = threading.Lock()

    def try_acquire(self, tokens: int = 1) -> bool:
        """Take tokens if there are enough; never waits."""
        with self._lock:
            self._refill()
            if self._tokens < tokens:
                return False
            self._tokens -= tokens
            return True

    def _refill(self) -> None:
        now = self._clock()
        self._tokens = min(self._capacity, self._tokens + (now - self._updated_at) * self._rate)
        self._updated_at = now
