"""Derived quantities in laboratory worksheets."""

from __future__ import annotations

import re
from collections.abc import Mapping

_NAME = re.compile(r"\{(\w+)\}")


class UnknownQuantity(KeyError):
    """A formula names something that was not measured."""


def fill(formula: str, values: Mapping[str, float]) -> str:
    """Put the values in place of the names in braces."""

    def value_of(match: re.Match[str]) -> str:
        name = match.group(1)
        if name not in values:
            raise UnknownQuantity(name)
        return repr(values[name])

    return _NAME.sub(value_of, formula)


def compute(formula: str, values: Mapping[str, float]) -> float:
    """Return what a formula of the worksheet gives."""
    return float(eval(fill(formula, values), {"__builtins__": {}}))
