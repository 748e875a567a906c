"""Thumbnails for lectures."""

from __future__ import annotations

import subprocess
from pathlib import Path


class ThumbnailError(RuntimeError):
    """ffmpeg could not make a picture."""


def make_thumbnail(video: Path, second: float = 5.0, width: int = 320) -> Path:
    """Write one frame of a video beside it and return the file."""
    target = video.with_suffix(".jpg")
    command = f"ffmpeg -y -ss {second} -i {video} -frames:v 1 -vf scale={width}:-1 {target}"
    result = subprocess.run(command, shell=True, capture_output=True, timeout=60)
    if result.returncode != 0:
        raise ThumbnailError(result.stderr.decode(errors="replace")[-400:])
    return target
