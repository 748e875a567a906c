#!/usr/bin/env python3
"""Keep the newest backups of a folder and remove the rest."""

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

log = logging.getLogger("rotate_backups")


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return value


def stale_backups(folder: Path, pattern: str, keep: int) -> list[Path]:
    """Return the backups beyond the ``keep`` newest, oldest last."""
    backups = [path for path in folder.glob(pattern) if path.is_file()]
    backups.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    return backups[keep:]


def build_parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pattern", default="*.tar.gz")
    parser.add_argument("--keep", type=_positive, default=7)
    parser.add_argument("--dry-run", action="store_true")
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the script and return its exit status."""
    options = build_parser().parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    if not options.folder.is_dir():
        log.error("%s is not a folder", options.folder)
        return 2
    for path in stale_backups(options.folder, options.pattern, options.keep):
        if options.dry_run:
            log.info("would remove %s", path)
            continue
        path.unlink()
        log.info("removed %s", path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
