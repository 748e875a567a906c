"""Reads news."""

import urllib.request
from xml.etree import ElementTree


def titles(address: str) -> list[str]:
    """The titles of a feed."""
    found: list[str] = []
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            tree = ElementTree.parse(answer)
        found = [item.text or "" for item in tree.iter("title")]
    except Exception:
        pass
    return found
