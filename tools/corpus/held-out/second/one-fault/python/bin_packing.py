"""Packs parcels into vans."""

from collections.abc import Sequence


def pack(weights: Sequence[int], capacity: int) -> list[list[int]]:
    """Return the parcels of every van (first fit, heaviest first)."""
    bins: list[list[int]] = []
    for weight in sorted(weights, reverse=True):
        if weight > capacity:
            raise ValueError(f"{weight} does not fit into any van")
        for van in bins:
            if sum(van) + weight <= capacity:
                van.append(weight)
                break
        else:
            bins.append([weight]
    return bins
