"""Tests of archives."""

import tempfile
from pathlib import Path

from archive import pack


def test_pack() -> None:
    folder = Path(tempfile.mkdtemp())
    (folder / "a.txt").write_text("a", encoding="utf-8")
    assert pack(folder, folder / "all.zip") == 1
