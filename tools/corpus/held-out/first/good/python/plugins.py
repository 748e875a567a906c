"""Plugins, found by name."""

from collections.abc import Callable
from typing import Protocol, TypeVar

Factory = TypeVar("Factory", bound=Callable[..., object])


class Plugin(Protocol):
    """What a plugin can do."""

    def run(self, text: str) -> str:
        """The text after the plugin."""
        ...


_FACTORIES: dict[str, Callable[..., object]] = {}


def plugin(name: str) -> Callable[[Factory], Factory]:
    """Puts a factory into the list of plugins."""

    def put(factory: Factory) -> Factory:
        _FACTORIES[name] = factory
        return factory

    return put


def names() -> list[str]:
    """What there is."""
    return sorted(_FACTORIES)
