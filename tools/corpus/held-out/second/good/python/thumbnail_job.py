"""Makes thumbnails with ImageMagick, one process per picture."""

import logging
import shutil
import subprocess
from pathlib import Path

logger = logging.getLogger(__name__)

CONVERT_TIMEOUT_SECONDS = 60


class ConversionError(RuntimeError):
    """ImageMagick is missing or did not like a picture."""


def make_thumbnail(source: Path, target: Path, width: int = 320) -> None:
    """Write a thumbnail of ``source`` to ``target``."""
    program = shutil.which("magick")
    if program is None:
        raise ConversionError("ImageMagick is not installed")
    command = [program, str(source), "-auto-orient", "-resize", f"{width}x", str(target)]
    try:
        subprocess.run(
            command, check=True, capture_output=True, text=True, timeout=CONVERT_TIMEOUT_SECONDS
        )
    except subprocess.CalledProcessError as error:
        raise ConversionError(f"{source.name}: {error.stderr.strip()}") from error
    except subprocess.TimeoutExpired as error:
        raise ConversionError(f"{source.name}: took too long") from error
    logger.info("made %s", target)


def make_all(source_folder: Path, target_folder: Path) -> list[Path]:
    """Make thumbnails of all pictures and return those that failed."""
    target_folder.mkdir(parents=True, exist_ok=True)
    failed: list[Path] = []
    for source in sorted(source_folder.glob("*.jpg")):
        try:
            make_thumbnail(source, target_folder / source.name)
        except ConversionError:
            logger.exception("no thumbnail of %s", source)
            failed.append(source)
    return failed
