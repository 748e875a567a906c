"""Tests of flags."""

from flags import Flags


def test_off_at_first() -> None:
    flags = Flags()
    assert (flags.is_on("beta") is False, "a flag is off until someone sets it")
