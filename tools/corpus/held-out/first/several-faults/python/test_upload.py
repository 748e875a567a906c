"""Tests of uploads."""

import pytest

from upload import upload


def test_upload() -> None:
    upload("a.txt")


def test_works() -> None:
    assert True


@pytest.mark.skip
def test_refuses_large() -> None:
    with pytest.raises(ValueError):
        upload("large.bin")
