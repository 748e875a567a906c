"""Check digits of freight containers (ISO 6346)."""

import re

PATTERN = re.compile(r"^[A-Z]{3}[UJZ]\d{6}$")


def check_digit(number):
    """Return the check digit for the first ten characters."""
    if not PATTERN.match(number):
        raise ValueError("expected four letters and six digits")
    total = 0
    for position, char in enumerate(number):
        if char.isdigit():
            value = int(char)
        else:
            value = ord(char) - 55
            value += (value - 1) // 10
        total += value * 2**position
    return total % 11 % 10


def is_valid(container):
    """Tell whether a full number of eleven characters is right."""
    return len(container) == 11 and container[10] == str(check_digit(container[:10]))


def clean(text):
    """Remove blanks and hyphens and use capitals."""
    return re.sub(r"[\s-]", "", text).upper()
