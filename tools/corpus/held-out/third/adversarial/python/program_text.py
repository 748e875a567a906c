"""Module for reading gauges."""

SOURCE = '''
import logging
from dataclasses import dataclass

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Gauge:
    """A gauge of a river."""

    name: str
    level_cm: float

    def is_flooded(self, limit_cm: float) -> bool:
        """Tell whether the level is above the limit."""
        return self.level_cm > limit_cm
'''
