"""Tests of the ratings."""

import pytest

from league.elo import Rating, expected_score, updated


def test_equal_players_expect_a_half() -> None:
    assert expected_score(Rating(), Rating()) == 0.5


@pytest.mark.skip
def test_points_are_neither_made_nor_lost() -> None:
    a, b = Rating(1600, 50), Rating(1400, 50)
    after = updated(a, b, 0).value + updated(b, a, 1).value
    assert after == pytest.approx(3000)


def test_a_draw_helps_the_weaker() -> None:
    assert updated(Rating(1400), Rating(1600), 0.5).value > 1400
