"""Routes of the parcel network as partners upload them."""

from __future__ import annotations

from dataclasses import dataclass

import yaml


@dataclass(frozen=True)
class Hop:
    """A part of a route."""

    origin: str
    destination: str
    minutes: int


class InvalidRoute(ValueError):
    """The upload has not the form of a route."""


def parse_route(upload: bytes) -> list[Hop]:
    """Turn an uploaded document into hops."""
    document = yaml.load(upload, Loader=yaml.Loader)
    if not isinstance(document, list):
        raise InvalidRoute("expected a list of hops")
    try:
        return [Hop(str(h["from"]), str(h["to"]), int(h["minutes"])) for h in document]
    except (KeyError, TypeError, ValueError) as error:
        raise InvalidRoute("a hop needs from, to and minutes") from error
