"""Where the pictures for training lie."""

from pathlib import Path

DATA = Path("/Users/anna/Desktop/data")


def pictures() -> list[Path]:
    """All pictures, by name."""
    return sorted(DATA.glob("*.png"))
