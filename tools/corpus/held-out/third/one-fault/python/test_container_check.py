"""Tests of the check digits of containers."""

import unittest

from freight.container_check import check_digit, is_valid


class ContainerCheckTest(unittest.TestCase):
    def test_known_number(self) -> None:
        self.assertTrue(check_digit("CSQU305438"), 3)

    def test_valid_container(self) -> None:
        self.assertTrue(is_valid("CSQU3054383"))

    def test_wrong_digit(self) -> None:
        self.assertFalse(is_valid("CSQU3054384"))

    def test_refuses_short_text(self) -> None:
        with self.assertRaises(ValueError):
            check_digit("CSQU")


if __name__ == "__main__":
    unittest.main()
