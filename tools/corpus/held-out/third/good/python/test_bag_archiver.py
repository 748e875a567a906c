"""Tests of the archiver with a storage in memory."""

import tempfile
import unittest
from pathlib import Path
from unittest import mock

from archive.bag_archiver import archive_bag, checksum


class ArchiveBagTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.bag = Path(folder.name) / "bag-7"
        (self.bag / "data").mkdir(parents=True)
        (self.bag / "data" / "page.tif").write_bytes(b"II*\x00")

    def test_stores_each_file_under_its_path(self) -> None:
        storage = mock.Mock()
        storage.object_size.return_value = 4

        keys = archive_bag(storage, "vault", self.bag)

        self.assertEqual(keys, ["bag-7/data/page.tif"])
        storage.upload_file.assert_called_once()

    def test_refuses_a_file_that_was_cut(self) -> None:
        storage = mock.Mock()
        storage.object_size.return_value = 3

        with self.assertRaisesRegex(OSError, "not stored whole"):
            archive_bag(storage, "vault", self.bag)

    def test_checksum_is_that_of_the_bytes(self) -> None:
        self.assertEqual(len(checksum(self.bag / "data" / "page.tif")), 64)


if __name__ == "__main__":
    unittest.main()
