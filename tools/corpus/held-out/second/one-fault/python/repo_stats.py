"""Statistics of a git repository."""

import subprocess
from collections import Counter
from pathlib import Path


def commits_by_author(repository: Path, since: str) -> Counter[str]:
    """Count the commits of every author since a date."""
    result = subprocess.run(
        f"git -C '{repository}' log --since='{since}' --format=%an",
        shell=True,
        check=True,
        capture_output=True,
        text=True,
    )
    return Counter(result.stdout.splitlines())
