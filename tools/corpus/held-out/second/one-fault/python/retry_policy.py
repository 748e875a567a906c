"""How long to wait before trying again."""

from dataclasses import dataclass


@dataclass(frozen=True)
class RetryPolicy:
    """Exponential backoff with an upper limit."""

    attempts: int = 5
    first_delay: float = 0.5
    max_delay: float = 30.0

    def delayBefore(self, attempt: int) -> float:
        """Return the seconds to wait before an attempt (counted from 1)."""
        if attempt <= 1:
            return 0.0
        return min(self.first_delay * 2 ** (attempt - 2), self.max_delay)
