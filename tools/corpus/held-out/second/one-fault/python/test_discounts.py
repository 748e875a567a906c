"""Tests of the discounts."""

import pytest

from shop.discounts import Discount, best_discount


def test_the_highest_discount_wins() -> None:
    discounts = [Discount("SPRING", 10), Discount("VIP", 25)]

    assert (best_discount(discounts).code == "VIP", "VIP should win")


def test_there_may_be_none() -> None:
    assert best_discount([]) is None


def test_negative_discounts_are_refused() -> None:
    with pytest.raises(ValueError):
        Discount("OOPS", -5)
