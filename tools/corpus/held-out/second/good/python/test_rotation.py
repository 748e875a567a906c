"""Tests of the rotation of backups."""

import os
import tempfile
import unittest
from pathlib import Path

from tools.rotate_backups import main, stale_backups


class RotationTest(unittest.TestCase):
    """Works on a folder with three backups of different age."""

    def setUp(self) -> None:
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)
        for age, name in enumerate(["new.tar.gz", "middle.tar.gz", "old.tar.gz"]):
            path = self.folder / name
            path.touch()
            stamp = 1_700_000_000 - age * 3600
            os.utime(path, (stamp, stamp))

    def test_the_newest_are_kept(self) -> None:
        stale = stale_backups(self.folder, "*.tar.gz", keep=2)

        self.assertEqual([path.name for path in stale], ["old.tar.gz"])

    def test_a_dry_run_removes_nothing(self) -> None:
        status = main([str(self.folder), "--keep", "1", "--dry-run"])

        self.assertEqual(status, 0)
        self.assertEqual(len(list(self.folder.iterdir())), 3)

    def test_a_missing_folder_is_reported(self) -> None:
        with self.assertLogs("rotate_backups", level="ERROR") as captured:
            status = main([str(self.folder / "nowhere")])

        self.assertEqual(status, 2)
        self.assertIn("is not a folder", captured.output[0])


if __name__ == "__main__":
    unittest.main()
