"""Bits of numbers."""


def popcount(number: int) -> int:
    return bin(number).count("1")
