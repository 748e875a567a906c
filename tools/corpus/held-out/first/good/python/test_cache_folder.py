"""Tests of the cache folder."""

import shutil
import tempfile
import unittest
from pathlib import Path

from cache import CacheFolder


class CacheFolderTest(unittest.TestCase):
    """A cache in a folder of its own."""

    def setUp(self) -> None:
        self.root = Path(tempfile.mkdtemp())
        self.cache = CacheFolder(self.root)

    def tearDown(self) -> None:
        shutil.rmtree(self.root)

    def test_put_and_get(self) -> None:
        self.cache.put("key", b"value")
        self.assertEqual(self.cache.get("key"), b"value")

    def test_missing(self) -> None:
        with self.assertRaises(KeyError):
            self.cache.get("none")
