from dataclasses import dataclass


@dataclass
class Crate:
    """A crate with its weight."""

    code: str
    weight_kg: float

    def is_heavy(self) -> bool:
        return self.weight_kg > 25
