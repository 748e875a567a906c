"""Settings of the importer, read from the environment once."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


class SettingsError(Exception):
    """A setting is missing or makes no sense."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """All the importer needs to know."""

    inbox: Path
    api_token: str
    batch_size: int = 500


def load_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """Build the settings and complain about all that is wrong at once."""
    problems: list[str] = []

    inbox = environ.get("IMPORT_INBOX", "")
    if not inbox:
        problems.append("IMPORT_INBOX is not set")

    api_token = environ.get("IMPORT_API_TOKEN", "")
    if not api_token:
        problems.append("IMPORT_API_TOKEN is not set")

    raw_size = environ.get("IMPORT_BATCH_SIZE", "500")
    batch_size = int(raw_size) if raw_size.isdecimal() else 0
    if batch_size < 1:
        problems.append(f"IMPORT_BATCH_SIZE is not a positive number: {raw_size!r}")

    if problems:
        raise SettingsError("; ".join(problems))
    return Settings(inbox=Path(inbox), api_token=api_token, batch_size=batch_size)
