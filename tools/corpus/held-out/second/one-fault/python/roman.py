"""Roman numerals."""

_VALUES = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"),
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)


def to_roman(number: int) -> str:
    """Return the numeral of a number between 1 and 3999."""
    if not 1 <= number <= 3999:
        raise ValueError(f"there is no numeral for {number}")
    digits: list[str] = []
    for value, digit in _VALUES:
    while number >= value:
        digits.append(digit)
        number -= value
    return "".join(digits)
