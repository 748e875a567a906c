"""Counts the words of texts."""

import re
from collections import Counter

_WORD = re.compile(r"[^\W\d_]+")


def count_words(text: str) -> Counter[str]:
    """Count the words of a text without regard to case."""
    return Counter(match.group().lower() for match in _WORD.finditer(text))


def top_words(text, limit):
    """Return the most frequent words."""
    return [word for word, _ in count_words(text).most_common(limit)]
