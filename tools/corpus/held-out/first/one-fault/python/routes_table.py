"""A table of routes."""

from collections.abc import Callable, Mapping


def show(routes: Mapping[str, Callable[[], None]]) -> str:
    """The table as text."""
    lines = []
    for name, handler in sorted(routes.items())
        lines.append(f"{name:20} {handler.__name__}")
    return "\n".join(lines)
