"""Client for the daily exchange rates of the central bank."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urljoin
from urllib.request import urlopen

DEFAULT_TIMEOUT_SECONDS = 10.0


class RatesUnavailable(Exception):
    """The service could not be reached or gave a useless answer."""


@dataclass(frozen=True, slots=True)
class Rate:
    """What one unit of the base currency was worth on a day."""

    base: str
    quote: str
    day: date
    value: Decimal


class RatesClient:
    """Reads rates over HTTP; holds no connection between calls."""

    def __init__(self, base_url: str, timeout: float = DEFAULT_TIMEOUT_SECONDS) -> None:
        self._base_url = base_url
        self._timeout = timeout

    def rate(self, base: str, quote: str, day: date) -> Rate:
        """Return the rate of a day.

        Raises RatesUnavailable when there is none.
        """
        query = urlencode({"base": base, "quote": quote, "day": day.isoformat()})
        url = urljoin(self._base_url, f"rates?{query}")
        try:
            with urlopen(url, timeout=self._timeout) as response:
                payload = json.load(response)
        except HTTPError as error:
            raise RatesUnavailable(f"HTTP {error.code} for {base}/{quote}") from error
        except (URLError, TimeoutError, json.JSONDecodeError) as error:
            raise RatesUnavailable(f"no readable answer for {base}/{quote}") from error
        try:
            value = Decimal(payload["value"])
        except (KeyError, TypeError, InvalidOperation) as error:
            raise RatesUnavailable("the answer has no usable value") from error
        return Rate(base=base, quote=quote, day=day, value=value)
