"""Reads pipelines."""

from pathlib import Path

import yaml


def load_pipeline(path: Path) -> dict[str, object]:
    """The steps of a pipeline."""
    with path.open(encoding="utf-8") as file:
        return yaml.load(file, Loader=yaml.Loader)
