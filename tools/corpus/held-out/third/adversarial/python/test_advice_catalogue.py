"""Tests of the review bot; the samples hold bad code as text."""

import textwrap

import pytest

from bot.advice_catalogue import review

SAMPLE = textwrap.dedent(
    """
    from os import *
    def handler(data=[]):
        try:
            return eval(pickle.loads(data))
        except:
            pass
        assert True
        time.sleep(10)
    """
)


def test_finds_all_that_is_in_the_sample() -> None:
    assert [line[:2] for line in review(SAMPLE)] == ["A1", "A2", "A4"]


@pytest.mark.parametrize("source", ["", "x = 1\n", "def evaluate(x):\n    return x\n"])
def test_says_nothing_of_clean_code(source: str) -> None:
    assert review(source) == []
