"""A small reader of HL7 v2 messages, enough for results of a laboratory."""

from __future__ import annotations

import typing as t

_TERMINATOR = "\r"


class Observation(t.NamedTuple):
    """What an OBX segment says."""

    code: str
    value: str
    unit: str


class MalformedMessage(ValueError):
    """The text is no HL7 v2 message."""


def read_observations(message: str) -> list[Observation]:
    """Return the observations of a message in their order."""
    segments = [s for s in message.strip().split(_TERMINATOR) if s]
    if not segments or not segments[0].startswith("MSH"):
        raise MalformedMessage("the first segment must be MSH")
    separator = segments[0][3:4] or "|"
    found: list[Observation] = []
    for number, segment in enumerate(segments, start=1):
        fields = segment.split(separator)
        if fields[0] != "OBX":
            continue
        if len(fields) < 7:
            raise MalformedMessage(f"segment {number} is too short")
        code, *_ = fields[3].split("^")
        found.append(Observation(code=code, value=fields[5], unit=fields[6]))
    return found
