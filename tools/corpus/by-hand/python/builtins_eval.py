"""Formulas of a sheet."""
import builtins


def evaluate(formula: str) -> float:
    """The value of one formula."""
    return float(builtins.eval(formula))
