"""A small tokenizer for arithmetic."""
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Iterator

_TOKEN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<name>[A-Za-z_]\w*)|(?P<operator>[-+*/()]))")


@dataclass(frozen=True)
class Token:
    kind: str
    text: str
    at: int


class UnexpectedCharacter(ValueError):
    pass


def tokens(text: str) -> Iterator[Token]:
    at = 0
    while at < len(text.rstrip()):
        match = _TOKEN.match(text, at)
        if match is None:
            raise UnexpectedCharacter(f"{text[at]!r} at {at}")
        assert match.lastgroup is not None
        yield Token(match.lastgroup, match[match.lastgroup], match.start(match.lastgroup))
        at = match.end()
