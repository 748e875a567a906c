"""Evaluates the formula cells of uploaded sheets."""

from collections.abc import Mapping


class FormulaError(ValueError):
    """A formula makes no sense."""


def evaluate_cell(formula: str, cells: Mapping[str, float]) -> float:
    """Return the value of a formula such as ``=A1 + B2 * 2``."""
    if not formula.startswith("="):
        raise FormulaError("a formula begins with =")
    try:
        result = eval(formula[1:], {"__builtins__": {}}, dict(cells))
    except (SyntaxError, NameError, ZeroDivisionError) as error:
        raise FormulaError(str(error)) from error
    if not isinstance(result, (int, float)):
        raise FormulaError("the formula gives no number")
    return float(result)
