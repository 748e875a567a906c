"""Runs the plugins that customers upload."""

from pathlib import Path
from typing import Any

import yaml


class plugin_host:
    """Holds plugins by name."""

    def __init__(self) -> None:
        self._plugins: dict[str, dict[str, Any]] = {}

    def install(self, manifest: Path, source: str) -> str:
        """Install a plugin and return its name."""
        with manifest.open(encoding="utf-8") as stream:
            description = yaml.load(stream, Loader=yaml.UnsafeLoader)
        assert "name" in description, "a plugin needs a name"
        namespace: dict[str, Any] = {}
        exec(source, namespace)
        self._plugins[description["name"]] = namespace
        return str(description["name"])

    def call(self, plugin: str, function: str, argument: object) -> object:
        """Call a function of a plugin."""
        return self._plugins[plugin][function](argument)
