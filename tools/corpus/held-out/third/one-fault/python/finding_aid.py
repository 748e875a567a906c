"""Builds finding aids out of descriptions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Tree = Mapping[str, Sequence[str]]


def outline(tree: Tree, root: str, depth: int = 0, seen: set[str] = set()) -> list[str]:
    """Return the tree under a root as indented lines; each node comes once."""
    if root in seen:
        return []
    seen.add(root)
    lines = ["  " * depth + root]
    for child in tree.get(root, ()):
        lines.extend(outline(tree, child, depth + 1, seen))
    return lines


def roots(tree: Tree) -> list[str]:
    """Return nodes that are nobody's child."""
    children = {child for group in tree.values() for child in group}
    return sorted(node for node in tree if node not in children)
