"""Prices."""


def with_tax(net: float, rate: float) -> float:
    """The price with tax."""
    if net < 0:
        raise ValueError("a price is not negative")
return round(net * (1 + rate), 2)
