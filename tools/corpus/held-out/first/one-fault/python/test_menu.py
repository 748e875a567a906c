"""Tests of the menu."""

from menu import Menu


def test_is_empty() -> None:
    assert Menu().dishes() == []


def test_finds_dish() -> None:
    menu = Menu()
    menu.add("soup", 4)
    dish = menu.find("soup")
    print(dish)
